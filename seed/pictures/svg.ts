/** An SVG element as text. Numbers are rounded, so that the same data gives the same bytes everywhere. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ""): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : value}"`,
  );
  return content === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${content}</${name}>`;
}

/** A text; `anchor` says which part of it stands at x. */
export function label(
  text: string,
  x: number,
  y: number,
  {
    size = 12,
    anchor = "start",
    fill = "#3d4450",
  }: { size?: number; anchor?: "start" | "middle" | "end"; fill?: string } = {},
): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return element("text", { x, y, "font-size": size, "text-anchor": anchor, fill }, escaped);
}

/** A whole picture on white, with its title and what it shows in a sentence. */
export function picture(
  width: number,
  height: number,
  title: string,
  subtitle: string,
  parts: readonly string[],
): string {
  const lines = [
    element("title", {}, title.replaceAll("&", "&amp;")),
    element("rect", { width, height, fill: "#ffffff" }),
    label(title, 16, 26, { size: 16, fill: "#1a1d23" }),
    label(subtitle, 16, 46),
    ...parts,
  ];
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    "font-family": "system-ui, sans-serif",
    role: "img",
  };
  return `${element("svg", attributes, `\n${lines.join("\n")}\n`)}\n`;
}

/** Where data are drawn: a rectangle with a scale each way. */
export type Panel = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly mostX: number;
  readonly mostY: number;
};

/** The place of a value from 0 to the panel's most. */
export function placeIn(
  { left, top, width, height, mostX, mostY }: Panel,
  x: number,
  y: number,
): readonly [number, number] {
  return [left + (width * x) / mostX, top + height - (height * y) / mostY];
}

/** Horizontal lines with their values, and what they measure. */
export function drawScale(
  panel: Panel,
  values: readonly number[],
  format: (value: number) => string,
  title: string,
): readonly string[] {
  const { left, top, width } = panel;
  return [
    label(title, left, top - 10, { fill: "#1a1d23" }),
    ...values.flatMap((value) => {
      const [, y] = placeIn(panel, 0, value);
      return [
        element("line", { x1: left, x2: left + width, y1: y, y2: y, stroke: value === 0 ? "#8a93a3" : "#e3e6eb" }),
        label(format(value), left - 6, y + 4, { size: 11, anchor: "end" }),
      ];
    }),
  ];
}

/** A line through points of a panel, in the order given. */
export function drawLine(
  panel: Panel,
  points: readonly (readonly [number, number])[],
  stroke: string,
  dash = "",
): string {
  const path = points.map(([x, y]) => placeIn(panel, x, y).map(round).join(",")).join(" ");
  return element("polyline", {
    points: path,
    fill: "none",
    stroke,
    "stroke-width": 2,
    ...(dash !== "" && { "stroke-dasharray": dash }),
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

import { encodePng } from "./png.ts";

/** The icon sizes that Power BI asks a connector for, in pixels. */
export const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80] as const;

const colour = [0x1f, 0x5f, 0xa8] as const;
const samplesPerSide = 4;

/** A bell with a bar chart cut out of it, as a PNG of so many pixels square on a transparent ground. */
export function drawIcon(size: number): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  const step = 1 / (size * samplesPerSide);
  for (let index = 0; index < size * size; index++) {
    let inked = 0;
    for (let sample = 0; sample < samplesPerSide ** 2; sample++) {
      const x = (index % size) / size + ((sample % samplesPerSide) + 0.5) * step;
      const y = Math.floor(index / size) / size + (Math.floor(sample / samplesPerSide) + 0.5) * step;
      if (isInked(x, y)) inked++;
    }
    pixels.set([...colour, Math.round((255 * inked) / samplesPerSide ** 2)], index * 4);
  }
  return encodePng(size, pixels);
}

/** Whether the picture has ink at a point of the unit square, y downwards. */
function isInked(x: number, y: number): boolean {
  const fromMiddle = Math.abs(x - 0.5);
  const isKnob = Math.hypot(fromMiddle, y - 0.1) < 0.06;
  const isClapper = y > 0.83 && Math.hypot(fromMiddle, y - 0.83) < 0.11;
  const isDome = y <= 0.42 && Math.hypot(fromMiddle, y - 0.42) < 0.29;
  const isBody = y > 0.42 && y < 0.7 && fromMiddle < 0.29;
  // The rim widens like the mouth of a bell.
  const isRim = y >= 0.64 && y < 0.79 && fromMiddle < 0.29 + (y - 0.64) * 0.9;
  return isKnob || isClapper || ((isDome || isBody || isRim) && !isBar(x, y));
}

function isBar(x: number, y: number): boolean {
  const bars = [
    { left: 0.31, top: 0.5 },
    { left: 0.45, top: 0.38 },
    { left: 0.59, top: 0.26 },
  ];
  return y < 0.66 && bars.some(({ left, top }) => y > top && x > left && x < left + 0.1);
}

/** The texts that the connector's dialogs show, by the names that `Extension.LoadString` is called with. */
const resources = {
  ButtonTitle: "Chime reports",
  ButtonHelp: "Connect to the reporting API of Chime",
  KeyTitle: "API key",
  KeyLabel: "API key (a GUID, from Admin > People)",
} as const;

/** `resources.resx`: the texts in the XML of .NET resources, version 2.0. */
export function resourcesXml(firstLine: string): string {
  const reader = "System.Resources.ResXResourceReader, System.Windows.Forms";
  const headers = {
    resmimetype: "text/microsoft-resx",
    version: "2.0",
    reader,
    writer: reader.replace("Reader", "Writer"),
  };
  const lines = [
    // An XML declaration can only be at the very start, so the line is shared.
    `<?xml version="1.0" encoding="utf-8"?><!-- ${firstLine} -->`,
    "<root>",
    ...Object.entries(headers).map(
      ([name, value]) => `  <resheader name="${name}"><value>${value}</value></resheader>`,
    ),
    ...Object.entries(resources).map(
      ([name, value]) => `  <data name="${name}" xml:space="preserve"><value>${escapeXml(value)}</value></data>`,
    ),
    "</root>",
  ];
  return `${lines.join("\n")}\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

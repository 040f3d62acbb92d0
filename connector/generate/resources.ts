/** The texts that the connector's dialogs show, by the names that `Extension.LoadString` is called with. */
const resources = {
  ButtonTitle: "Chime reports",
  ButtonHelp: "Connect to the reporting API of Chime",
  KeyTitle: "API key",
  KeyLabel: "API key (a GUID, from Admin > People)",
  AddressCaption: "Address of Chime",
  AddressDescription:
    "Where Chime answers, without a path: the part before /Chime/Report. Plain HTTP only on this machine.",
  OptionsCaption: "Options",
  OptionsDescription: "A record; every field may be left out, and so may the record",
  OtherReports: "Other reports",
  OtherGlobalReports: "Other global reports",
  ContentsDescription:
    "Returns a navigation table of the reports of Chime: the global ones, and those of every queue that the person behind the API " +
    "key may see. The options hold Range (a named date range; last 30 days when left out), Zone (an IANA zone; UTC when left out), " +
    "Start and Stop (of the range custom), WeekStart (monday when left out), RangeStart and RangeEnd (of a partition) and Now (the " +
    "instant that ranges are counted from).",
  ReportDescription:
    "Returns one report of Chime as a table with typed columns. The options are those of Chime.Contents, and QueueId: the queue's " +
    "number, which every report of a queue needs and a global one does not take. A filter on the column date or startedAt becomes " +
    "the window that Chime is asked for; without Range it takes the place of the last 30 days. A window of several months is asked " +
    "for month by month, and only as far as rows are needed.",
  SessionDescription:
    "Returns everything that Chime knows of one chat: its cells, and the offers, transcript, tags, transfers and files as tables. " +
    "The options hold Zone, an IANA zone; UTC when left out. Needs build 3.1.578 of Chime or newer.",
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

// eslint-disable-next-line no-control-regex -- control characters are what has to be escaped.
const special = /["\u0000-\u001f\u007f-\u009f\u2028\u2029]|#\(/gu;

/** A text as an M literal, quotes doubled and control characters escaped (specification: "Character escape sequences"). */
export function printTextLiteral(text: string): string {
  return `"${text.replaceAll(special, escape)}"`;
}

function escape(found: string): string {
  switch (found) {
    case '"':
      return '""';
    case "#(":
      return "#(#)(";
    case "\n":
      return "#(lf)";
    case "\r":
      return "#(cr)";
    case "\t":
      return "#(tab)";
    default:
      return `#(${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")})`;
  }
}

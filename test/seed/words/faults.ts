/** What is wrong with a text as a text: signs of an unfilled template, spaces where none belong, too short or too long. */
export function faultsOf(text: string): readonly string[] {
  const faults: string[] = [];
  if (/[{}[\]|~¶]|undefined|NaN/.test(text)) faults.push("unfilled");
  if (/ {2}|^\s|\s$| \n|\n /.test(text)) faults.push("spaces");
  if (/\s[,.](\s|$)|,,|\.\.(?!\.)(?<!\.\.\.)|\?\./.test(text)) faults.push("punctuation");
  if (text.length === 0 || text.length > 400) faults.push("length");
  return faults;
}

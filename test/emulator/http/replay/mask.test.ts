import { randomBytes } from "node:crypto";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { createMaskBody } from "../../../../emulator/http/replay/mask-body.ts";
import { createMaskValue } from "../../../../emulator/http/replay/mask-value.ts";
import { createPseudonyms } from "../../../../emulator/http/replay/pseudonyms.ts";

const pseudonyms = createPseudonyms(randomBytes(32));
const mask = createMaskValue(pseudonyms);
const maskBody = createMaskBody(pseudonyms, mask);
const json = "application/json; charset=utf-8";

describe("a value that says nothing of anybody stays", () => {
  it.each([
    ["waitSeconds", "12.5"],
    ["count", "-3"],
    ["anything", ""],
    ["anything", "  "],
    ["startedAt", "2020-11-01T00:00:00.000-04:00"],
    ["started", "2020-11-01 09:30:00"],
    ["date", "2020-11-01"],
    ["started", "11/1/2020 9:30 AM"],
    ["averageWaitTime", "00:01:30"],
    ["longest", "1.02:03:04.5"],
    ["resolved", "true"],
    ["outcome", "leftBot"],
    ["entryPoint", "Web client"],
    ["weekdayName", "Monday"],
    ["zone", "America/New_York"],
    ["language", "en-US"],
    ["fileType", "pdf"],
    ["toAgent", "7"],
  ])("%s: %j", (column, value) => {
    expect(mask(column, value)).toBe(value);
  });
});

describe("a value of people is masked", () => {
  it.each([
    ["agentName", "Wyx Quax", /^[A-Z][a-z]+ [A-Z][a-z]+$/],
    ["guestName", "O'Neil, Jürgen-Quix", /^[A-Z][a-z]+, [A-Z][a-z]+-[A-Z][a-z]+$/],
    ["login", "QORP\\wyxq", /^[A-Z][a-z]+\\[A-Z][a-z]+$/],
    ["login", "104711", /^\d{6}$/],
    ["firstName", "Monday", /^[A-Z][a-z]+$/],
    ["email", "wyx.quax@qorp.com", /^[a-z]+@[a-z]+\.example$/],
    ["anything", "wyx.quax@qorp.com", /^[a-z]+@[a-z]+\.example$/],
    ["sip", "sip:wyx@qorp.com", /^sip:[a-z]+@[a-z]+\.example$/],
    ["location", "São Paulo", /^[A-Z][a-z]+ [A-Z][a-z]+$/],
    ["zone", "Paris office", /^[A-Z][a-z]+ [a-z]+$/],
    ["question", "My phone is +49 170 1234567.", /^[A-Z][a-z]+ [a-z]+ [a-z]+ \+\d\d \d{3} \d{7}\.$/],
    ["anything", "+49 170 1234567", /^\+\d\d \d{3} \d{7}$/],
    ["phone", "5551234567", /^\d{10}$/],
    ["referringPage", "https://hr.qorp.com/pay/wyx?x=1", /^https:\/\/[a-z]+\.example\/[a-z]+\/[a-z]+\?[a-z]+=\d$/],
    ["id", "1F0A2B3C-0000-4000-8000-00000000ABCD", /^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$/],
    ["id", "{1f0a2b3c00004000800000000000abcd}", /^\{[0-9a-f]{32}\}$/],
    ["queueName", "Payroll", /^[A-Z][a-z]+$/],
    ["unheardOf", "Wyx", /^[A-Z][a-z]+$/],
    ["address", "10.1.2.3", /^\d\d\.\d\.\d\.\d$/],
    ["platform", "Вася", /^[A-Z][a-z]+$/],
  ])("%s: %j", (column, value, looks) => {
    const masked = mask(column, value);
    expect(masked).toMatch(looks);
    for (const word of value.match(/[\p{L}\p{N}]{3,}/gu) ?? []) {
      if (word !== "sip" && word !== "https") expect(masked.toLowerCase()).not.toContain(word.toLowerCase());
    }
  });
});

describe("masks", () => {
  it("are the same for the same value, and others for others", () => {
    const names = Array.from({ length: 3000 }, (_, index) => `name${String.fromCodePoint(0x4e00 + index)}`);
    const masks = names.map((name) => mask("agentName", name));
    expect(new Set(masks).size).toBe(names.length);
    expect(names.map((name) => mask("guestName", name))).toEqual(masks);
  });

  it("of first and last name make the mask of the whole name", () => {
    expect(mask("agentName", "Wyx Quax")).toBe(`${mask("firstName", "Wyx")} ${mask("lastName", "Quax")}`);
  });

  it("of one domain share theirs", () => {
    const [one, other] = ["a@qorp.com", "b@qorp.com"].map((email) => mask("email", email).split("@"));
    expect(one![0]).not.toBe(other![0]);
    expect(one![1]).toBe(other![1]);
  });

  it("tell nothing without the secret: another recording has others", () => {
    const other = createMaskValue(createPseudonyms(randomBytes(32)));
    expect(other("agentName", "Wyx Quax")).not.toBe(mask("agentName", "Wyx Quax"));
  });

  it("of sentences do not give their words away: the same word is another in another sentence", () => {
    const words = ["my laptop", "my screen", "my mouse", "my chair"].map(
      (text) => mask("question", text).split(" ")[0],
    );
    expect(new Set(words).size).toBe(4);
  });

  it("leave columns that were asked for, but no address and GUID in them", () => {
    const keeping = createMaskValue(pseudonyms, ["QueueName"]);
    expect(keeping("queueName", "Payroll")).toBe("Payroll");
    expect(keeping("queueName", "Payroll of wyx@qorp.com")).toMatch(/^Payroll of [a-z]+@[a-z]+\.example$/);
    expect(keeping("tag", "vpn")).not.toBe("vpn");
  });
});

describe("JSON", () => {
  it("keeps its layout, the names of its members and how its numbers are written", () => {
    const text = '[ {"agentName" : "Wyx", "share": 1.50,\n "big": 12345678901234567890, "n": null} ]\n';
    const masked = maskBody("/Chime/Report/X", json, text)!;
    expect(masked).toBe(text.replace("Wyx", mask("agentName", "Wyx")));
  });

  it("is masked by the nearest name, in lists and lists of lists", () => {
    const text = '{"agents":["Wyx",["Bo"]],"offers":[{"agentName":"Wyx"}],"skills":["Wyx"]}';
    expect(JSON.parse(maskBody("/x", json, text)!)).toEqual({
      agents: [mask("agents", "Wyx"), [mask("agents", "Bo")]],
      offers: [{ agentName: mask("agentName", "Wyx") }],
      skills: [mask("skills", "Wyx")],
    });
  });

  it("whose members are named after people is masked there, too", () => {
    const masked = maskBody("/x", json, '{"wyx@qorp.com":1,"Wyx Quax":{"n":2},"a1f0a2b3c000040008000000000000ab":3}')!;
    expect(masked).not.toMatch(/wyx|quax|qorp|a1f0a2b3/i);
    expect(Object.values(JSON.parse(masked) as object)).toEqual([1, { n: 2 }, 3]);
  });

  it("stays JSON when digits of somebody are masked", () => {
    const masked = Array.from({ length: 200 }, (_, n) => maskBody("/x", json, `{"phone":${5_550_000 + n}}`)!);
    for (const text of masked) expect((JSON.parse(text) as { phone: number }).phone).toBeGreaterThan(999_999);
    expect(masked.every((text, n) => !text.includes(String(5_550_000 + n)))).toBe(true);
  });

  it("with escapes is read as it is meant", () => {
    const text = '{"comment":"A \\"quoted\\" \\u0057yx\\n","email":"\\u0077yx@qorp.com"}';
    const masked = JSON.parse(maskBody("/x", json, text)!) as { comment: string; email: string };
    expect(masked.comment).toBe(mask("comment", 'A "quoted" Wyx\n'));
    expect(masked.email).toBe(mask("email", "wyx@qorp.com"));
  });

  it("that is broken is masked as text", () => {
    expect(maskBody("/x", json, '{"agentName":"Wyx Quax')).not.toMatch(/wyx|quax/i);
  });
});

describe("CSV", () => {
  const csv = "text/csv; charset=utf-8";

  it("keeps its headings, quotes and line ends, and gets the same masks as JSON", () => {
    const text = 'agentName,comment,waitSeconds\r\nWyx,"Said ""hi"", left",1.50\r\n"Bo",,\r\n';
    const masked = maskBody("/Chime/Report/X", csv, text)!;
    const said = mask("comment", 'Said "hi", left').replaceAll('"', '""');
    expect(masked).toBe(
      `agentName,comment,waitSeconds\r\n${mask("agentName", "Wyx")},"${said}",1.50\r\n"${mask("agentName", "Bo")}",,\r\n`,
    );
    expect(parse(masked).map(({ length }) => length)).toEqual([3, 3, 3]);
  });

  it("with breaks in cells keeps its rows", () => {
    const rows: string[][] = parse(maskBody("/x", csv, 'a b,c\n"one\r\ntwo",3\n4,"five"')!);
    expect(rows.map((row) => row.length)).toEqual([2, 2, 2]);
    expect([rows[0], rows[1]![1], rows[2]![0]]).toEqual([["a b", "c"], "3", "4"]);
  });

  it("with semicolons is masked by its own columns", () => {
    expect(maskBody("/x", csv, "agentName;n\nWyx;1,5\n")).toBe(`agentName;n\n${mask("agentName", "Wyx")};1,5\n`);
  });

  it("without headings is masked in its first row, too", () => {
    expect(maskBody("/x", csv, "wyx@qorp.com,Wyx Quax,3\n")).not.toMatch(/wyx|quax/i);
  });
});

describe("what the server says itself", () => {
  it("is kept in directories, but for addresses", () => {
    const text =
      '[{"name":"InboundVsAnsweredChats","description":"Ask wyx@qorp.com","columns":[{"name":"date"}],"by":"Wyx"}]';
    const masked = maskBody("/Chime/Report/GetQueueBasicReports", json, text)!;
    expect(masked).toContain('"name":"InboundVsAnsweredChats","description":"Ask ');
    expect(masked).toContain('"columns":[{"name":"date"}]');
    expect(masked).not.toMatch(/wyx@|"Wyx"/);
    expect(maskBody("/Chime/Report/Queues", json, text)).not.toContain("InboundVsAnsweredChats");
  });

  it("is kept in problems, but for their details", () => {
    const text = '{"type":"/problems/x","title":"Not allowed","status":403,"detail":"Wyx may not"}';
    expect(JSON.parse(maskBody("/x", "application/problem+json", text)!)).toMatchObject({
      type: "/problems/x",
      title: "Not allowed",
      status: 403,
      detail: mask("detail", "Wyx may not"),
    });
  });

  it("is not kept as a page or a picture", () => {
    expect(maskBody("/x", "text/html", "<p>Wyx</p>")).toBeUndefined();
    expect(maskBody("/x", "image/png", "…")).toBeUndefined();
    expect(maskBody("/x", "text/plain", "Wyx Quax")).not.toMatch(/wyx|quax/i);
  });
});

import { describe, expect, it } from "vitest";
import { renderProblemPage, renderStartPage } from "../../../emulator/admin/index.ts";
import { markup } from "../../../emulator/admin/markup.ts";
import { directories, reportNames, reports, routeOf } from "../../../emulator/catalogue/index.ts";
import { call, withEmulator } from "../desk-server.ts";
import { createDesk } from "../fixture.ts";

const facts = { baseUrl: "http://127.0.0.1:5178", build: "3.1.578" };

describe("the start page", () => {
  it("names every report and every directory with its route", () => {
    const page = renderStartPage(facts);
    for (const name of reportNames) {
      expect(page).toContain(`<code>${routeOf(name)}</code>`);
      expect(page).toContain(markup`${reports[name].description}`.html);
    }
    for (const { route, title } of directories)
      expect(page).toContain(`<h3>${title}</h3>\n<p class="quiet"><code>${routeOf(route)}`);
  });

  it("has the post's sample with this address, and a place for a key instead of one", () => {
    const page = renderStartPage(facts);
    expect(page).toContain(
      "&#39;http://127.0.0.1:5178/Chime/Report/InboundVsAnsweredChats?queueId=1&amp;start=2020-11-01T04:00:00.000Z",
    );
    expect(page).toContain("Authorization: Bearer &lt;your-api-key-guid&gt;");
    expect(page).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it("escapes what it is told", () => {
    const page = renderStartPage({ baseUrl: "http://<script>", build: `"><img src=x>` });
    expect(page).not.toMatch(/<script|<img/);
  });

  it("as served tells the address by which it was asked, and needs nothing that its policy forbids", async () => {
    await withEmulator({ store: createDesk() }, async ({ url, port }) => {
      const { body, headers } = await call(url, "/", { key: null, headers: { Host: `localhost:${port}` } });
      expect(headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(body).toContain(`<code>http://localhost:${port}</code>`);
      expect(headers["content-security-policy"]).toContain("default-src 'none'; style-src 'self'; img-src data:;");
      expect(body).not.toMatch(/<script|<style| style=| on\w+=/);
      const style = /<link rel="stylesheet" href="([^"]+)">/.exec(body)![1]!;
      const sheet = await call(url, style, { key: null });
      expect([sheet.status, sheet.headers["content-type"]]).toEqual([200, "text/css; charset=utf-8"]);
      expect(sheet.body).toContain("prefers-color-scheme: dark");
    });
  });
});

it("a problem's page says what it means", () => {
  const page = renderProblemPage({ status: 418, title: "Tea & cake", explanation: "Brew <it>." });
  expect(page).toContain("<h1>Tea &amp; cake</h1>");
  expect(page).toContain("status 418");
  expect(page).toContain("Brew &lt;it&gt;.");
});

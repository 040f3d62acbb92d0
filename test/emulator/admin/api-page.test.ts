import { chromium as playwright } from "playwright-core";
import { describe, expect, it } from "vitest";
import { renderApiPage, type ApiDocument } from "../../../emulator/admin/index.ts";
import { reportNames, reports, routeOf, session } from "../../../emulator/catalogue/index.ts";
import { chromium, chromiumArguments } from "../../chromium.ts";
import { call, withEmulator } from "../desk-server.ts";
import { createDesk } from "../fixture.ts";

describe("the page of the API", () => {
  it("has every route of the document, with every parameter, answer, column and example", async () => {
    await withEmulator({ store: createDesk() }, async ({ url }) => {
      const { status, body, headers } = await call(url, "/openapi", { key: null });
      expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
      const document = JSON.parse((await call(url, "/openapi.json", { key: null })).body) as ApiDocument;
      for (const path of Object.keys(document.paths)) expect(body).toContain(`<code>GET ${path}</code>`);
      for (const name of reportNames) {
        expect(body).toContain(`<details id="${name}">\n<summary><code>GET ${routeOf(name)}</code>`);
        for (const column of reports[name].columns) expect(body).toContain(`<code>${column.name}</code>`);
      }
      for (const { name } of Object.values(session.lists)) expect(body).toContain(`<code>${name}.`);
      expect(body).toContain("<td>integer, required</td>");
      expect(body).toContain("For example, as text/csv");
      expect(body).not.toMatch(/undefined|\[object|<script|<style| style=| on\w+=/);
    });
  });

  it("escapes what the document says", () => {
    const evil = "<script>&";
    const page = renderApiPage({
      openapi: "3.1.0",
      info: { title: evil, version: evil, description: evil },
      servers: [],
      tags: [{ name: evil, description: evil }],
      paths: {
        [evil]: {
          get: {
            operationId: evil,
            summary: evil,
            description: evil,
            tags: [evil],
            security: [],
            parameters: [{ name: evil, in: "query", required: true, description: evil, schema: { type: evil } }],
            responses: { "200": { description: evil, content: { [evil]: { schema: {}, example: evil } } } },
          },
        },
      },
      components: { securitySchemes: {}, schemas: {}, responses: {} },
    });
    expect(page).not.toContain("<script>");
    expect(page).toContain("&lt;script&gt;&amp;");
  });

  it("in a browser opens a route with the keyboard, and breaks no rule of its policy", async (context) => {
    if (chromium === undefined) {
      context.skip("this machine has no Chromium (CHROMIUM names one)");
      return;
    }
    await withEmulator({ store: createDesk() }, async ({ url }) => {
      const browser = await playwright.launch({ executablePath: chromium!, args: chromiumArguments });
      try {
        const page = await browser.newPage();
        const complaints: string[] = [];
        page.on("console", (message) => complaints.push(message.text()));
        page.on("pageerror", (error) => complaints.push(error.message));
        await page.goto(`${url}/`);
        await page.getByRole("link", { name: "Every route with its parameters" }).click();
        expect(page.url()).toBe(`${url}/openapi`);
        const route = page.locator("#InboundVsAnsweredChats");
        expect(await route.getByText("Members of the answer").isVisible()).toBe(false);
        await route.locator("summary").focus();
        await page.keyboard.press("Enter");
        expect(await route.getByText("Members of the answer").isVisible()).toBe(true);
        expect(await route.getByRole("cell", { name: "Chats that asked for an agent." }).isVisible()).toBe(true);
        expect((await page.screenshot()).length).toBeGreaterThan(10_000);
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    });
  });
});

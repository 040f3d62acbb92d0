import { chromium as browserType, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { createEmulator, type Emulator } from "../../../../emulator/http/index.ts";
import { findKey } from "../../../../emulator/store/index.ts";
import { chromium, chromiumArguments } from "../../../chromium.ts";
import { addChats, createDesk, people } from "../../fixture.ts";

const now = Date.UTC(2021, 5, 15, 12);
let emulator: Emulator;
let browser: Browser | undefined;
beforeAll(async () => {
  const store = createDesk();
  addChats(store, [
    { id: 1, startedAt: now - 5000, outcome: "missed", question: `<img src=x onerror="alert(1)">` },
    { id: 2, startedAt: now - 4000, outcome: "answered" },
  ]);
  emulator = await createEmulator({ store, now });
  if (chromium === undefined) return;
  browser = await browserType.launch({ executablePath: chromium, args: chromiumArguments });
});
afterAll(async () => {
  await browser?.close();
  await emulator.close();
});

/** Runs at a page of its own, and fails when the page complained of anything. */
async function atPage(
  context: TestContext,
  options: NonNullable<Parameters<Browser["newPage"]>[0]>,
  run: (page: Page) => Promise<void>,
): Promise<void> {
  if (browser === undefined) {
    context.skip("this machine has no Chromium (CHROMIUM names one)");
    return;
  }
  const page = await browser.newPage({ baseURL: `${emulator.url}/Chime/Admin/`, ...options });
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  try {
    await run(page);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto("SignIn");
  await page.getByRole("button", { name: `Sign in as Åsa O'${login}, Jr` }).click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const pages: readonly (readonly [path: string, heading: string])[] = [
  ["../Admin", "Overview"],
  ["Queues", "Queues"],
  ["Queues/1", 'Service "Desk"'],
  ["Reports", "Inbound vs. answered chats"],
  ["Reports?report=ChatHistory", "Chat history"],
  ["Reports?report=Queues", "Queues"],
  ["People", "People"],
  ["People?search=manager", "People"],
  [`People/${people.agent}`, "Åsa O'agent, Jr"],
  ["Settings/ApiKeys", "API keys"],
  ["Settings", "Settings"],
  ["Audit", "Audit"],
];

describe.each([
  ["wide and light", { viewport: { width: 1280, height: 900 }, colorScheme: "light" }],
  [
    "narrow and dark, and runs no scripts",
    { viewport: { width: 390, height: 844 }, colorScheme: "dark", javaScriptEnabled: false },
  ],
] as const)("in a browser that is %s", (_, options) => {
  it("each page fits, has its heading, and breaks no rule of its policy", async (context) => {
    await atPage(context, options, async (page) => {
      await page.goto("SignIn");
      expect((await page.screenshot()).length).toBeGreaterThan(5_000);
      await signIn(page, "administrator");
      for (const [path, heading] of pages) {
        await page.goto(path);
        expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(heading);
        expect((await page.screenshot()).length).toBeGreaterThan(5_000);
        const width = await page.evaluate("document.documentElement.scrollWidth");
        expect([path, width]).toEqual([path, options.viewport.width]);
      }
    });
  });
});

describe("in a browser", () => {
  it("a key is replaced with the keyboard alone, after a question, and shown once", async (context) => {
    await atPage(context, {}, async (page) => {
      await signIn(page, "administrator");
      await page.goto(`People/${people.reviewer}`);
      const press = async (name: string) => {
        for (let tabs = 0; tabs < 40; tabs++) {
          await page.keyboard.press("Tab");
          const focused = await page.evaluate("document.activeElement.textContent");
          if (focused === name) return page.keyboard.press("Enter");
        }
        throw new Error(`the keyboard does not lead to "${name}"`);
      };
      await press("Replace the key…");
      await page.getByRole("heading", { name: "Replace the key?" }).waitFor();
      await press("Replace the key");
      await page.getByRole("heading", { name: "The key of Åsa O'reviewer, Jr" }).waitFor();
      const key = await page.locator("#new-key").textContent();
      expect(key).toMatch(guid);
      expect(findKey(emulator.store, key!)).toMatchObject({ personId: people.reviewer, isValid: true });
      await press("Back to Åsa O'reviewer, Jr");
      await page.getByRole("heading", { name: "API key" }).waitFor();
      expect(await page.content()).not.toContain(key);
      expect(await page.content()).toContain(key!.slice(-4));
    });
  });

  it("the page that was asked for comes after signing in, and signing out leads back", async (context) => {
    await atPage(context, {}, async (page) => {
      await page.goto("Queues/1");
      expect(page.url()).toBe(`${emulator.url}/Chime/Admin/SignIn?next=%2FChime%2FAdmin%2FQueues%2F1`);
      await page.getByRole("button", { name: "Sign in as Åsa O'manager, Jr" }).click();
      await page.getByRole("heading", { name: 'Service "Desk"' }).waitFor();
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.getByRole("heading", { name: "Sign in" }).waitFor();
      await page.goto("Queues/1");
      expect(page.url()).toContain("/SignIn");
    });
  });

  it("what a guest wrote is shown and not run, and the report leads to the same rows as CSV", async (context) => {
    await atPage(context, {}, async (page) => {
      await signIn(page, "manager");
      await page.getByRole("link", { name: "Reports" }).click();
      await page.getByLabel("Report").selectOption({ label: "Chat history" });
      await page.getByRole("button", { name: "Show" }).click();
      await page.getByRole("heading", { name: "2 rows" }).waitFor();
      expect(await page.getByText(`<img src=x onerror="alert(1)">`).isVisible()).toBe(true);
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: "CSV" }).click();
      expect((await download).suggestedFilename()).toBe("ChatHistory.csv");
      const m = await page.getByLabel("M", { exact: true }).textContent();
      expect(m).toBe(
        `Chime.Report("${emulator.url}", "ChatHistory", [QueueId = 1, Range = "custom", Start = #date(2021, 6, 9), Stop = #date(2021, 6, 15), Zone = "America/New_York"])`,
      );
    });
  });
});

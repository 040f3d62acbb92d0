import { networkInterfaces } from "node:os";
import { describe, expect, it } from "vitest";
import { isLoopback, isServedHost } from "../../../emulator/http/guards.ts";
import { call, withEmulator } from "../desk-server.ts";
import { createDesk, keys } from "../fixture.ts";

describe("the Host header", () => {
  it.each([
    ["localhost", true],
    ["LOCALHOST:5178", true],
    ["127.0.0.1:5178", true],
    ["192.0.2.7", true],
    ["[::1]:5178", true],
    ["[fd00::2]", true],
    ["desk.example", true],
    ["desk.example:80", true],
    ["Desk.Example:80", true],
    ["other.example", false],
    ["desk.example.evil.example", false],
    ["localhost.evil.example", false],
    ["127.0.0.1.evil.example", false],
    ["2130706433", false],
    ["[127.0.0.1]", false],
    ["localhost:port", false],
    ["user@localhost", false],
    ["localhost/", false],
    ["", false],
    [undefined, false],
  ])("%s is served: %s", (header, isServed) => {
    expect(isServedHost(header, ["0.0.0.0", "desk.example"])).toBe(isServed);
  });
});

it.each([
  ["127.0.0.1", true],
  ["127.1.2.3", true],
  ["::1", true],
  ["::ffff:127.0.0.1", true],
  ["192.0.2.2", false],
  ["::ffff:192.0.2.2", false],
  ["128.0.0.1", false],
  ["fe80::1", false],
  ["", false],
  [undefined, false],
])("the address %s is this machine's own: %s", (address, isOwn) => {
  expect(isLoopback(address)).toBe(isOwn);
});

describe("callers that are not on loopback", () => {
  const outer = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === "IPv4" && !address.internal)?.address;

  it("are refused a well-known key and the control routes, and nothing else", async (context) => {
    if (outer === undefined) {
      context.skip("this machine has no address but the loopback ones");
      return;
    }
    await withEmulator({ store: createDesk(), host: "0.0.0.0" }, async ({ url, port }) => {
      const outside = `http://${outer}:${port}`;
      const statuses = async (base: string) => [
        (await call(base, "/Chime/Report/Queues", { key: keys.wellKnown })).status,
        (await call(base, "/Chime/Report/Queues", { key: keys.administrator })).status,
        (await call(base, "/_emulator/ready")).status,
      ];
      expect(await statuses(url)).toEqual([200, 200, 200]);
      expect(await statuses(outside)).toEqual([401, 200, 403]);
    });
  });
});

describe("headers", () => {
  it("every answer says its build, forbids guessing its type and being kept unasked, and does not name the server", async () => {
    await withEmulator({ store: createDesk(), build: "3.1.600" }, async ({ url }) => {
      for (const path of ["/", "/Chime/Report/Queues", "/nothing", "/_emulator/ready"]) {
        const { headers } = await call(url, path);
        expect(headers).toMatchObject({
          "x-chime-build": "3.1.600",
          "x-content-type-options": "nosniff",
          "cache-control": path === "/Chime/Report/Queues" ? "private, no-cache" : "no-store",
          "content-security-policy": expect.stringContaining("default-src 'none'") as string,
        });
        expect(headers).not.toHaveProperty("x-powered-by");
        expect(headers).not.toHaveProperty("server");
      }
    });
  });
});

describe("pages of other origins", () => {
  const path = "/Chime/Report/InboundVsAnsweredChats?queueId=1";
  const preflight = {
    method: "OPTIONS",
    key: null,
    headers: {
      Origin: "https://bi.example",
      "Access-Control-Request-Method": "GET",
      "Access-Control-Request-Headers": "authorization",
    },
  };

  it("may ask beforehand without a key, and then send one", async () => {
    await withEmulator({ store: createDesk() }, async ({ url }) => {
      const asked = await call(url, path, preflight);
      expect(asked.status).toBe(204);
      expect(asked.headers).toMatchObject({
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "GET, HEAD",
        "access-control-allow-headers": expect.stringContaining("Authorization") as string,
      });
      const answer = await call(url, path, { headers: { Origin: "https://bi.example" } });
      expect([answer.status, answer.headers["access-control-allow-origin"]]).toEqual([200, "*"]);
      expect(answer.headers["access-control-expose-headers"]).toContain("Content-Disposition");
    });
  });

  it("may read why they were refused", async () => {
    await withEmulator({ store: createDesk() }, async ({ url }) => {
      const { status, headers } = await call(url, path, { key: null, headers: { Origin: "https://bi.example" } });
      expect([status, headers["access-control-allow-origin"]]).toEqual([401, "*"]);
    });
  });

  it.each([
    ["https://bi.example", "https://bi.example"],
    ["https://other.example", undefined],
  ])("with a list of origins, %s is told %s", async (origin, told) => {
    await withEmulator({ store: createDesk(), corsOrigins: ["https://bi.example"] }, async ({ url }) => {
      for (const options of [
        { ...preflight, headers: { ...preflight.headers, Origin: origin } },
        { headers: { Origin: origin } },
      ]) {
        const { headers } = await call(url, path, options);
        expect(headers["access-control-allow-origin"]).toBe(told);
        expect(headers.vary).toMatch(/^Origin\b/);
      }
    });
  });

  it("may not call the control routes", async () => {
    await withEmulator({ store: createDesk() }, async ({ url }) => {
      const { headers } = await call(url, "/_emulator/ready", { headers: { Origin: "https://bi.example" } });
      expect(headers).not.toHaveProperty("access-control-allow-origin");
    });
  });
});

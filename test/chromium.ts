import { existsSync } from "node:fs";

/** Where browsers are on the machines that people test on; `CHROMIUM` names another place. */
const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The Chromium of this machine; `undefined` when there is none, and then tests that need it are skipped and say so. */
export const chromium = [process.env["CHROMIUM"], ...places].find((place) => place !== undefined && existsSync(place));

/** Starts without asking the network for anything but the page. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

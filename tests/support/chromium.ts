import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Chromium is: what the environment says, else where Debian and others put it. */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A real browser, or a failure that says how to get one: tests in a browser are never passed over. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = PLACES.find(place => place !== undefined && existsSync(place));
  if (executablePath === undefined)
    throw new Error("no browser: install Debian's `chromium`, or say in CHROMIUM where one is");
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
}

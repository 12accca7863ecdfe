import { chromium, type Browser } from 'playwright-core';

/** Chromium without the background traffic that a closed network refuses many times a second. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    // scripts/test.mjs finds one and says where.
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

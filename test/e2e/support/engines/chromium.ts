import type { Browser } from 'playwright-core';
import { sourceOf, type Engine } from './engine.js';

/** Chromium, which every other test runs in too. */
export function chromiumEngine(running: () => Browser): Engine {
  return {
    name: 'Chromium',
    open: async () => {
      const page = await running().newPage();
      return {
        goto: async (url) => void (await page.goto(url)),
        run: (job, argument) => page.evaluate(sourceOf(job, argument)),
        close: () => page.close(),
      };
    },
  };
}

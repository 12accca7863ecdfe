import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { sourceOf, type Engine } from './engine.js';

const executablePath = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';

/** Firefox through WebDriver BiDi (Debian: `firefox-esr`). */
export const firefoxEngine: Engine = {
  name: 'Firefox',
  open: async () => {
    if (!existsSync(executablePath)) return null;
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
    const page = await browser.newPage();
    return {
      goto: async (url) => void (await page.goto(url)),
      // The job's own type says what its source answers.
      run: async <Argument, Answer>(job: (argument: Argument) => Promise<Answer>, argument: Argument) =>
        (await page.evaluate(sourceOf(job, argument))) as Answer,
      close: () => browser.close(),
    };
  },
};

import { createApp, createDeps, openStorage, type AppDeps } from '@hemat/server';
import axe from 'axe-core';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { listen } from '../../../server/src/cli/listen.js';
import { makeWorkspace, type NewWorkspaceKeys } from '../../../server/src/cli/make-workspace.js';
import { launchBrowser } from '../../e2e/support/browser.js';
import { apiCaller, dataOf } from '../../support/api-caller.js';
import { tempFolder } from '../../support/temp-folder.js';

/** The real service in this process with one workspace, its dashboard, and a browser. */
export class Office {
  private constructor(
    readonly url: string,
    readonly deps: AppDeps,
    readonly home: NewWorkspaceKeys,
    readonly browser: Browser,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<Office> {
    const storage = await openStorage(`sqlite:${join(tempFolder('office'), 'hemat.db')}`);
    await storage.migrate();
    const secret = 'test-only-secret-0123456789abcdef-0123456789abcdef';
    const deps = createDeps({ storage, secret, settings: { rateLimits: null } });
    const listener = await listen(createApp(deps).fetch, { host: '127.0.0.1', port: 0 });
    const home = await makeWorkspace(deps, {
      slug: 'toko-uji',
      name: 'Toko Uji',
      plan: 'starter',
      defaultCurrency: 'IDR',
      timeZone: 'Asia/Jakarta',
    });
    const browser = await launchBrowser();
    return new Office(listener.url, deps, home, browser, async () => {
      await browser.close();
      await listener.close(0);
      await storage.close();
    });
  }

  /** Asks the service as the workspace's back end. */
  async call(method: string, path: string, body?: unknown): Promise<unknown> {
    return dataOf(await apiCaller(this.url, this.home.secretKey)(method, path, body));
  }

  /** A browser profile of its own. */
  async visit(path: string, options: BrowserContextOptions = {}): Promise<Desk> {
    const context = await this.browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Asia/Jakarta',
      reducedMotion: 'reduce',
      viewport: { width: 1200, height: 860 },
      extraHTTPHeaders: { authorization: `Bearer ${this.home.secretKey}` },
      ...options,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(`${this.url}/dashboard${path}`);
    return { page, complaints };
  }
}

/** A page and what it has complained about since it was opened. */
export interface Desk {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** What axe finds wrong on a page, each rule with the places. */
export async function axeFaults({ page }: Desk): Promise<string[]> {
  // Evaluated through the debugger, which a content security policy does not hold up.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

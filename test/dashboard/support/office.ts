import { createApp, createDeps, openStorage, type AppDeps } from '@hemat/server';
import axe from 'axe-core';
import { join } from 'node:path';
import type { InviteMemberAnswer, MemberRole } from '@hemat/shared/schemas';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { startChores } from '../../../server/src/cli/chores.js';
import { listen } from '../../../server/src/cli/listen.js';
import { callFor, makeWorkspace, type NewWorkspaceKeys } from '../../../server/src/cli/make-workspace.js';
import { patchWorkspace } from '../../../server/src/services/patch-workspace.js';
import { startWebhookWorker } from '../../../server/src/webhooks/start-webhook-worker.js';
import { launchBrowser } from '../../e2e/support/browser.js';
import { apiCaller, dataOf } from '../../support/api-caller.js';
import { tempFolder } from '../../support/temp-folder.js';

/** What every member of the office types. */
export const password = 'kata sandi yang panjang';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** How to visit: `as` a member of that role. */
export interface VisitOptions extends BrowserContextOptions {
  readonly as?: MemberRole | 'nobody';
}

/** The real service in this process with one workspace, its dashboard, and a browser. */
export class Office {
  readonly #cookies = new Map<MemberRole, Cookies>();

  private constructor(
    readonly url: string,
    readonly deps: AppDeps,
    readonly home: NewWorkspaceKeys,
    readonly browser: Browser,
    readonly close: () => Promise<void>,
  ) {}

  /** `now`: the service's clock, epoch ms; default the system's. */
  static async open({ now = Date.now }: { readonly now?: () => number } = {}): Promise<Office> {
    const storage = await openStorage(`sqlite:${join(tempFolder('office'), 'hemat.db')}`);
    await storage.migrate();
    const secret = 'test-only-secret-0123456789abcdef-0123456789abcdef';
    const settings = { rateLimits: null, webhooks: { concurrency: 4, targets: 'any' as const } };
    const deps = createDeps({ storage, secret, settings, now });
    const stopChores = startChores(deps);
    const worker = startWebhookWorker(deps, { concurrency: 4, outlet: { targets: 'any' }, pollMs: 50 });
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
      await Promise.all([stopChores(), worker.stop(1000)]);
      await storage.close();
    });
  }

  /** Asks the service as the workspace's back end. */
  async call(method: string, path: string, body?: unknown): Promise<unknown> {
    return dataOf(await apiCaller(this.url, this.home.secretKey)(method, path, body));
  }

  /** Makes many codes at once, from a file. */
  async importCodes(csv: string): Promise<void> {
    const answer = await fetch(`${this.url}/v1/discount-codes/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.home.secretKey}`, 'content-type': 'text/csv' },
      body: csv,
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** Changes the plan, as a partner does. */
  async setPlan(plan: string): Promise<void> {
    const call = await callFor(this.deps, this.home.workspace.id);
    const changed = await patchWorkspace({ ...this.deps, ...call }, { plan, byPartner: true });
    if (!changed.ok) throw new Error(JSON.stringify(changed));
  }

  /** The cookies of a member of that role, who came in by an invitation. */
  async cookiesOf(role: MemberRole): Promise<Cookies> {
    const known = this.#cookies.get(role);
    if (known !== undefined) return known;
    const context = await this.browser.newContext();
    const email = `${role}@example.com`;
    const { link } = (await this.call('POST', '/members', { email, role })) as InviteMemberAnswer;
    const answer = await context.request.post(`${this.url}/v1/invitations/accept`, {
      headers: { origin: this.url, 'sec-fetch-site': 'same-origin' },
      data: { token: new URL(link).hash.slice(1), password, name: `Contoh ${role}` },
    });
    if (!answer.ok()) throw new Error(await answer.text());
    const cookies = await context.cookies();
    await context.close();
    this.#cookies.set(role, cookies);
    return cookies;
  }

  /** A browser profile of its own, signed in as an owner unless `as` says otherwise. */
  async visit(path: string, { as = 'owner', ...options }: VisitOptions = {}): Promise<Desk> {
    const context = await this.browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Asia/Jakarta',
      reducedMotion: 'reduce',
      viewport: { width: 1200, height: 860 },
      ...options,
    });
    if (as !== 'nobody') await context.addCookies(await this.cookiesOf(as));
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

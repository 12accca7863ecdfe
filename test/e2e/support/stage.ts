import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { embedAnswer, type EmbedAnswer } from '@hemat/shared/schemas';
import { apiCaller, dataOf } from '../../support/api-caller.js';
import { initHemat, serveHemat } from '../../support/hemat-service.js';
import type { RunningProcess } from '../../support/start-process.js';
import { tempFolder } from '../../support/temp-folder.js';
import { launchBrowser } from './browser.js';
import { PageServer } from './page-server.js';

/** The codes every stage has. */
const codes = [
  { code: 'HEMAT10', type: 'percent', value: 10, public: true, title: 'Ten percent' },
  { code: 'KOPI25', type: 'fixed', value: 25_000, currency: 'IDR', minPurchaseAmount: 300_000, public: true },
  { code: 'LAMA', type: 'percent', value: 5, expiresAt: '2025-09-01T00:00:00Z' },
];

/** A page and what it has complained about since it was opened. */
export interface Visited {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** The real service with a few codes, pages that the test writes on another origin, and a browser. */
export class Stage {
  private constructor(
    readonly service: RunningProcess,
    readonly site: PageServer,
    readonly browser: Browser,
    readonly embed: EmbedAnswer,
  ) {}

  static async open(): Promise<Stage> {
    const home = await initHemat(tempFolder('stage'));
    const service = await serveHemat(home, { env: { HEMAT_RATE_LIMIT_REQUESTS: '1000/1' } });
    const call = apiCaller(service.url, home.secretKey);
    for (const code of codes) dataOf(await call('POST', '/discount-codes', code));
    const embed = embedAnswer.parse(dataOf(await call('GET', '/embed')));
    return new Stage(service, await PageServer.open(), await launchBrowser(), embed);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.site.close();
    await this.service.stop();
  }

  /** The tag that loads the elements as the service prints it: versioned, with its hash. */
  get script(): string {
    const { scriptUrl, integrity, workspace } = this.embed;
    return `<script src="${scriptUrl}" integrity="${integrity}" crossorigin="anonymous" async data-workspace="${workspace}"></script>`;
  }

  /** Opens an address in a browser profile of its own. */
  async visit(url: string, options: BrowserContextOptions = {}): Promise<Visited> {
    const context = await this.browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(url);
    return { page, complaints };
  }
}

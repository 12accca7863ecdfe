import type { Browser } from 'playwright-core';
import { discountCode, redemption, type DiscountCode, type Redemption } from '@hemat/shared/schemas';
import { apiCaller, dataOf, type ApiAnswer } from '../../support/api-caller.js';
import { seedCodes, startShop } from '../../support/demo-shop.js';
import { initHemat, serveHemat, type HematHome } from '../../support/hemat-service.js';
import type { RunningProcess } from '../../support/start-process.js';
import { tempFolder } from '../../support/temp-folder.js';
import { launchBrowser } from './browser.js';
import { Shopper } from './shopper.js';

/** Every shopper of a test comes from one address. */
const wideLimits = { HEMAT_RATE_LIMIT_REQUESTS: '1000/1' };

/** What a marketplace needs of a service. */
export type Service = Pick<RunningProcess, 'url' | 'stop'>;

const serveReal = (home: HematHome): Promise<Service> => serveHemat(home, { env: wideLimits });

/** The real service, the real demo shop and a real browser, as separate processes on free ports. */
export class Marketplace {
  private constructor(
    readonly home: HematHome,
    readonly browser: Browser,
    readonly shop: RunningProcess,
    private service: Service,
  ) {}

  /** Starts everything, with the sample codes in place. */
  static async open(serve: typeof serveReal = serveReal): Promise<Marketplace> {
    const folder = tempFolder('e2e');
    const home = await initHemat(folder);
    const service = await serve(home);
    await seedCodes(home, service.url);
    const shop = await startShop(home, service.url, folder);
    return new Marketplace(home, await launchBrowser(), shop, service);
  }

  get serviceUrl(): string {
    return this.service.url;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.shop.stop();
    await this.service.stop();
  }

  /** A shopper with a browser profile of their own. */
  async welcome(options: { readonly javaScriptEnabled?: boolean } = {}): Promise<Shopper> {
    return Shopper.arrive(this.browser, { shopUrl: this.shop.url, serviceUrl: this.serviceUrl, ...options });
  }

  /** Kills the service without warning. */
  async killService(): Promise<void> {
    await this.service.stop('SIGKILL');
  }

  /** Starts the service again at its old address. */
  async reviveService(): Promise<void> {
    this.service = await serveHemat(this.home, {
      env: wideLimits,
      port: Number(new URL(this.serviceUrl).port),
    });
  }

  /** Asks the service as the merchant. */
  async asMerchant(method: string, path: string, body?: unknown): Promise<ApiAnswer> {
    return apiCaller(this.serviceUrl, this.home.secretKey)(method, path, body);
  }

  /** A code as the merchant sees it now. */
  async codeNow(code: string): Promise<DiscountCode> {
    const list = itemsOf(dataOf(await this.asMerchant('GET', `/discount-codes?q=${code}`)));
    const found = discountCode
      .array()
      .parse(list)
      .find((item) => item.code === code);
    if (found === undefined) throw new Error(`There is no code ${code}.`);
    return found;
  }

  /** Every redemption of an order, oldest first. */
  async redemptionsOf(orderId: string): Promise<Redemption[]> {
    const list = itemsOf(dataOf(await this.asMerchant('GET', '/redemptions?limit=100')));
    return redemption
      .array()
      .parse(list)
      .filter((row) => row.orderId === orderId)
      .reverse();
  }
}

function itemsOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'items' in data ? data.items : undefined;
}

import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';

/** Somebody with a browser of their own in front of the demo shop. */
export class Shopper {
  /** Every request that the page sent to the discount service's API, oldest first. */
  readonly asked: Request[] = [];

  private constructor(
    readonly page: Page,
    readonly shopUrl: string,
  ) {}

  /** Opens a fresh browser profile that reads English; `serviceUrl` is whose requests are recorded. */
  static async arrive(
    browser: Browser,
    { shopUrl, serviceUrl, ...options }: { shopUrl: string; serviceUrl: string } & BrowserContextOptions,
  ): Promise<Shopper> {
    const context = await browser.newContext(options);
    await context.addCookies([{ name: 'language', value: 'en', url: shopUrl }]);
    const shopper = new Shopper(await context.newPage(), shopUrl);
    shopper.page.on('request', (request) => {
      if (request.url().startsWith(`${serviceUrl}/v1/`) && request.resourceType() !== 'script') {
        shopper.asked.push(request);
      }
    });
    return shopper;
  }

  /** Puts products into the cart from the catalogue and opens the cart. */
  async fillCart(quantities: Readonly<Record<string, number>>): Promise<void> {
    await this.page.goto(this.shopUrl);
    for (const [product, quantity] of Object.entries(quantities)) {
      for (let count = 0; count < quantity; count += 1) {
        const posted = this.page.waitForResponse((answer) => answer.request().method() === 'POST');
        await this.page.locator(`button[name=more][value=${product}]`).click();
        await posted;
        await this.page.waitForLoadState();
      }
    }
    await this.page.goto(`${this.shopUrl}/cart`);
  }

  /** Types a code into the field and asks for it with Enter. */
  async typeCode(code: string): Promise<void> {
    const input = this.page.locator('hemat-discount-field input#code');
    await input.fill(code);
    await input.press('Enter');
  }

  /** Waits until the code field shows this state. */
  async waitForField(state: string): Promise<void> {
    await this.page.locator(`hemat-discount-field[state=${state}]`).waitFor();
  }

  /** What the code field says: the amounts of an applied code, or the sentence of a refusal. */
  async fieldText(): Promise<string> {
    const said = this.page.locator('hemat-discount-field').locator('[part=summary], [part~=message]');
    return (await said.allInnerTexts()).join(' ').trim();
  }

  /** A figure of the summary in whole rupiah; 0 where it is not shown. */
  async figure(name: 'subtotal' | 'discount' | 'shipping' | 'shippingDiscount' | 'total'): Promise<number> {
    const text = await this.page.locator(`[data-figure=${name}]`).textContent({ timeout: 5000 });
    return Number((text ?? '').replace(/[^\d]/g, ''));
  }

  /** Fills in who buys and where it goes. */
  async fillDelivery(email = 'pembeli@example.com'): Promise<void> {
    await this.page.locator('input[name=name]').fill('Pembeli');
    await this.page.locator('input[name=email]').fill(email);
    await this.page.locator('textarea[name=address]').fill('Jalan Melati 5');
  }

  /** Sends the order form and waits for the page that answers it. */
  async placeOrder(): Promise<void> {
    await this.submit(this.page.locator('#place'));
  }

  /** Presses a button that sends a form and waits for the page that answers it. */
  async press(name: string): Promise<void> {
    await this.submit(this.page.getByRole('button', { name }));
  }

  /** The id of the order whose page is open. */
  orderId(): string {
    const id = /\/orders\/([^/?#]+)/.exec(this.page.url())?.[1];
    if (id === undefined) throw new Error(`No order page is open but ${this.page.url()}`);
    return id;
  }

  /** What each confirmation of the payment did, oldest first. */
  async paymentEffects(): Promise<(string | null)[]> {
    const rows = await this.page.locator('[data-payment]').all();
    return Promise.all(rows.map((row) => row.getAttribute('data-payment')));
  }

  private async submit(button: ReturnType<Page['locator']>): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), button.click()]);
  }
}

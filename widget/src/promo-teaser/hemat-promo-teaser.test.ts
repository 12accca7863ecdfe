import { afterEach, beforeEach, expect as see, it, vi } from 'vitest';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { FakeService, makeRule } from '../../../test/elements/support/fake-service.js';
import { FieldPage, freshGroup } from '../../../test/elements/support/field-page.js';
import type { HematPromoTeaser } from './hemat-promo-teaser.js';
import '../define.js';

let service: FakeService;
beforeEach(() => {
  service = new FakeService();
  service.rules.push(
    makeRule({ code: 'WELCOME10', title: 'Welcome' }),
    makeRule({ code: 'MIN300', discount: { type: 'fixed', amount: 60_000 }, minPurchaseAmount: 300_000 }),
    makeRule({ code: 'MAX20', discount: { type: 'percent', basisPoints: 2000 }, maxDiscountAmount: 30_000 }),
  );
});
afterEach(() => vi.restoreAllMocks());

async function open(template: TemplateResult, state = 'listed'): Promise<HematPromoTeaser> {
  const element = await fixture<HTMLElement>(template);
  const teaser = element.matches('hemat-promo-teaser')
    ? element
    : element.querySelector('hemat-promo-teaser');
  if (!teaser) throw new Error('no teaser');
  await waitUntil(() => teaser.getAttribute('state') === state, `teaser ${state}`);
  // The template is the test's own and holds one.
  return teaser as HematPromoTeaser;
}

const alone = (): TemplateResult =>
  html`<hemat-promo-teaser
    lang="en"
    currency="IDR"
    subtotal="250000"
    group=${freshGroup()}
  ></hemat-promo-teaser>`;

function rows(teaser: HematPromoTeaser): string[] {
  const promos = teaser.shadowRoot?.querySelectorAll('[part=promo] .text') ?? [];
  return [...promos].map((promo) => promo.textContent.replace(/[ \n]+/g, ' ').trim());
}

function pick(teaser: HematPromoTeaser, code: string): void {
  teaser.shadowRoot?.querySelector<HTMLElement>(`[data-code=${code}] button`)?.click();
}

it('lists the promos for this cart, the best saving first and what is missing last', async () => {
  const teaser = await open(alone());
  see(rows(teaser)).toEqual([
    '20% off, up to Rp\u00a030,000 Saves Rp\u00a030,000',
    'Welcome 10% off Saves Rp\u00a025,000',
    'Rp\u00a060,000 off Spend Rp\u00a050,000 more',
  ]);
  await expect(teaser).to.be.accessible();
});

it('moves with the cart without another request', async () => {
  const teaser = await open(alone());
  teaser.subtotal = 300_000;
  await teaser.updateComplete;
  see(rows(teaser)[0]).toBe('Rp\u00a060,000 off Saves Rp\u00a060,000');
  see(service.lists).toHaveLength(1);
});

it('applies a picked promo in the page’s field, both on one list and one cart', async () => {
  const group = freshGroup();
  const teaser = await open(
    html`<div>
      <hemat-discount-field
        lang="en"
        currency="IDR"
        subtotal="250000"
        persist="none"
        group=${group}
      ></hemat-discount-field>
      <hemat-promo-teaser lang="en" group=${group}></hemat-promo-teaser>
      <hemat-promo-teaser lang="en" group=${group}></hemat-promo-teaser>
    </div>`,
  );
  const field = document.querySelector('hemat-discount-field');
  if (!field) throw new Error('no field');
  const page = new FieldPage(field);
  const picked = oneEvent(document, 'hemat-pick');
  const asked = oneEvent(document, 'hemat-apply');
  pick(teaser, 'WELCOME10');
  see((await picked).detail).toEqual({ code: 'WELCOME10' });
  see((await asked).detail).toMatchObject({ code: 'WELCOME10', source: 'picked' });
  await page.settle('applied');
  see(teaser.shadowRoot?.querySelector('[data-code=WELCOME10] button')?.getAttribute('aria-pressed')).toBe(
    'true',
  );
  see(service.lists).toHaveLength(1);
});

it('applies nothing when a listener of hemat-pick keeps the promo', async () => {
  const teaser = await open(alone());
  teaser.addEventListener('hemat-pick', (event) => event.preventDefault());
  pick(teaser, 'WELCOME10');
  await new Promise((resolve) => setTimeout(resolve, 50));
  see(service.questions).toHaveLength(0);
});

it('applies to the field that `for` names', async () => {
  const teaser = await open(
    html`<div>
      <hemat-discount-field
        id="first"
        lang="en"
        currency="IDR"
        subtotal="250000"
        persist="none"
        group=${freshGroup()}
      ></hemat-discount-field>
      <hemat-discount-field
        id="second"
        lang="en"
        currency="IDR"
        subtotal="250000"
        persist="none"
        group=${freshGroup()}
      ></hemat-discount-field>
      <hemat-promo-teaser for="second" lang="en" currency="IDR" group=${freshGroup()}></hemat-promo-teaser>
    </div>`,
  );
  pick(teaser, 'WELCOME10');
  await waitUntil(
    () => document.querySelector('#second')?.getAttribute('state') === 'applied',
    'second applied',
  );
  see(document.querySelector('#first')?.getAttribute('state')).toBe('collapsed');
});

it('says that there are none, that they have ended, or that they could not be loaded, and tries again', async () => {
  service.rules.splice(0);
  const none = await open(alone(), 'empty');
  see(none.shadowRoot?.querySelector('[part=message]')?.textContent).toContain('No promos');
  service.rules.push(makeRule({ code: 'OLD', expiresAt: Date.now() - 1000 }));
  await open(alone(), 'expired');
  service.fault = { status: 503, code: 'UNAVAILABLE' };
  const failed = await open(alone(), 'unavailable');
  await expect(failed).to.be.accessible();
  service.fault = null;
  failed.shadowRoot?.querySelector<HTMLElement>('[part=retry]')?.click();
  await waitUntil(() => failed.getAttribute('state') === 'expired', 'tried again');
});

it('counts down the last 24 hours in a text that keeps its width, by the service’s clock', async () => {
  service.ahead = 3_600_000;
  service.rules.splice(0, 3, makeRule({ code: 'SOON', expiresAt: Date.now() + 3 * 3_600_000 + 500 }));
  service.rules.push(makeRule({ code: 'LATER', expiresAt: Date.UTC(2199, 0, 2) }));
  const teaser = await open(alone());
  see(rows(teaser)[0]).toMatch(/^10% off (02:00:00|01:59:59) left Saves/);
  see(rows(teaser)[1]).toMatch(/Until Jan [12], 2199/);
  await waitUntil(() => rows(teaser)[0]?.includes('01:59:58'), 'the clock runs', { timeout: 3000 });
});

it('tells once of each promo that was seen', async () => {
  const heard: string[] = [];
  document.addEventListener('hemat-impression', (event) =>
    heard.push(`${event.detail.code} ${event.detail.index}`),
  );
  const teaser = await open(alone());
  await waitUntil(() => heard.length === 3, 'all seen');
  teaser.subtotal = 240_000;
  await teaser.updateComplete;
  await new Promise((resolve) => setTimeout(resolve, 100));
  see(heard.sort()).toEqual(['MAX20 0', 'MIN300 2', 'WELCOME10 1']);
});

it('says nothing of a saving that there is not yet', async () => {
  service.rules.splice(
    0,
    3,
    makeRule({ code: 'ONGKIR', discount: { type: 'shipping_percent', basisPoints: 10_000 } }),
  );
  const teaser = await open(alone());
  see(rows(teaser)).toEqual(['Free shipping']);
  teaser.shippingAmount = 12_000;
  await teaser.updateComplete;
  see(rows(teaser)).toEqual(['Free shipping Saves Rp\u00a012,000']);
});

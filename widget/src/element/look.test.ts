import { afterEach, beforeEach, expect as see, it, vi } from 'vitest';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { FakeService, makeRule } from '../../../test/elements/support/fake-service.js';
import { FieldPage, freshGroup } from '../../../test/elements/support/field-page.js';
import '../define.js';

let service: FakeService;
beforeEach(() => {
  service = new FakeService();
  service.rules.push(makeRule({ code: 'WELCOME10' }));
  service.rules.push(makeRule({ code: 'MIN300', minPurchaseAmount: 300_000 }));
});
afterEach(() => vi.restoreAllMocks());

const field = (attributes: { unstyled?: boolean } = {}) =>
  html`<hemat-discount-field
    lang="en"
    currency="IDR"
    subtotal="250000"
    persist="none"
    ?unstyled=${attributes.unstyled ?? false}
    group=${freshGroup()}
  ></hemat-discount-field>`;

it('names its state in the attribute and in :state(), and no other beside it', async () => {
  const page = await FieldPage.open(field());
  const states = ['collapsed', 'idle', 'checking', 'applied', 'pending', 'refused', 'unavailable'];
  const shown = (): string[] => states.filter((state) => page.field.matches(`:state(${state})`));
  const reach = async (state: string): Promise<void> => {
    await page.settle(state);
    see(shown()).toEqual([state]);
    see(page.field.state).toBe(state);
  };
  await reach('collapsed');
  page.find('[part=toggle]').click();
  await reach('idle');
  const release = service.hold();
  void page.field.apply('WELCOME10');
  await reach('checking');
  release();
  await reach('applied');
  page.field.clear();
  await page.field.apply('MIN300');
  await reach('pending');
  page.field.clear();
  await page.field.apply('NOPE');
  await reach('refused');
  service.fault = 'network';
  await page.field.apply('WELCOME10');
  await reach('unavailable');
});

it('leaves its whole look to the page where it is unstyled, except what must be hidden', async () => {
  const page = await FieldPage.open(field({ unstyled: true }));
  page.find('[part=toggle]').click();
  await page.settle('idle');
  await page.field.apply('WELCOME10');
  await page.settle('applied');
  const bare = document.createElement('button');
  document.body.append(bare);
  const remove = getComputedStyle(page.find('[part=remove]'));
  for (const property of ['padding', 'border', 'background-color', 'font', 'min-height'])
    see(remove.getPropertyValue(property)).toBe(getComputedStyle(bare).getPropertyValue(property));
  bare.remove();
  see(getComputedStyle(page.find('ul')).listStyleType).toBe('disc');
  see(page.find('[role=status]').getBoundingClientRect().width).toBeLessThan(2);
  see(page.find('svg').getBoundingClientRect().width).toBeLessThan(30);
  await expect(page.field).to.be.accessible();
  page.field.unstyled = false;
  await page.field.updateComplete;
  see(getComputedStyle(page.find('ul')).listStyleType).toBe('none');
});

it('leaves the row of input and button to the page where it is unstyled', async () => {
  const host = await fixture(html`
    <div style="inline-size: 30rem">
      <style>
        hemat-discount-field::part(form) {
          display: grid;
          grid-template-columns: 1fr auto;
        }
        hemat-discount-field::part(label) {
          grid-column: 1 / -1;
        }
      </style>
      <hemat-discount-field unstyled open lang="en" group=${freshGroup()}></hemat-discount-field>
    </div>
  `);
  const inner = host.querySelector('hemat-discount-field');
  if (!inner) throw new Error('no field');
  const page = new FieldPage(inner);
  const label = page.find('[part=label]').getBoundingClientRect();
  const input = page.input.getBoundingClientRect();
  const apply = page.find('[part=apply]').getBoundingClientRect();
  see(input.top).toBeGreaterThanOrEqual(label.bottom);
  see(apply.top).toBeLessThan(input.bottom);
  see(apply.left).toBeGreaterThanOrEqual(input.right);
  see(Math.round(apply.right)).toBe(Math.round(host.getBoundingClientRect().right));
});

it('takes its look from the custom properties and parts that a page sets', async () => {
  const host = await fixture(html`
    <div style="--hemat-accent: rgb(1, 2, 3); --hemat-radius: 3px; --hemat-control-height: 60px">
      <style>
        hemat-discount-field::part(input) {
          letter-spacing: 5px;
        }
      </style>
      <hemat-discount-field open lang="en" group=${freshGroup()}></hemat-discount-field>
    </div>
  `);
  const inner = host.querySelector('hemat-discount-field');
  if (!inner) throw new Error('no field');
  const page = new FieldPage(inner);
  const apply = getComputedStyle(page.find('[part=apply]'));
  see(apply.backgroundColor).toBe('rgb(1, 2, 3)');
  see(apply.borderRadius).toBe('3px');
  see(apply.minHeight).toBe('60px');
  see(getComputedStyle(page.input).letterSpacing).toBe('5px');
});

it('follows the page between light and dark, and sets no colour scheme of its own', async () => {
  const page = await FieldPage.open(field());
  page.find('[part=toggle]').click();
  await page.settle('idle');
  const shown = (): string[] => {
    const { colorScheme, color } = getComputedStyle(page.find('[part=input]'));
    return [colorScheme, color];
  };
  try {
    for (const [scheme, colour] of [
      ['light', 'rgb(10, 20, 30)'],
      ['dark', 'rgb(240, 241, 242)'],
    ] as const) {
      document.documentElement.style.colorScheme = scheme;
      document.body.style.color = colour;
      see(shown()).toEqual([scheme, colour]);
    }
  } finally {
    document.documentElement.style.colorScheme = document.body.style.color = '';
  }
  see(shown()[0]).toBe('normal');
});

it('shows the teaser bare as well', async () => {
  const teaser = await fixture<HTMLElement>(
    html`<hemat-promo-teaser unstyled lang="en" currency="IDR" subtotal="250000" group=${freshGroup()}>
    </hemat-promo-teaser>`,
  );
  await waitUntil(() => teaser.getAttribute('state') === 'listed');
  const promo = teaser.shadowRoot?.querySelector('[part=promo]');
  if (!promo) throw new Error('no promo');
  see(getComputedStyle(promo).display).toBe('list-item');
  // Words of neighbouring parts do not run together.
  see(promo.textContent.replace(/\s+/g, ' ')).toContain('10% off Saves');
  await expect(teaser).to.be.accessible();
});

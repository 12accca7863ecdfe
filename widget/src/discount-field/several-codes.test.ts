import { afterEach, beforeEach, expect as see, it, vi } from 'vitest';
import { expect, html } from '@open-wc/testing';
import { FakeService, makeRule } from '../../../test/elements/support/fake-service.js';
import { FieldPage, freshGroup } from '../../../test/elements/support/field-page.js';
import '../define.js';

beforeEach(() => {
  new FakeService().rules.push(
    makeRule({
      code: 'BARENG5',
      discount: { type: 'percent', basisPoints: 500 },
      combinesWith: ['shipping'],
    }),
    makeRule({
      code: 'ONGKIR',
      discount: { type: 'shipping_fixed', amount: 15_000 },
      combinesWith: ['cart'],
    }),
  );
});
afterEach(() => vi.restoreAllMocks());

async function openWithBoth(lang: string): Promise<FieldPage> {
  const page = await FieldPage.open(
    html`<hemat-discount-field
      open
      lang=${lang}
      currency="IDR"
      subtotal="250000"
      shipping-amount="18000"
      persist="none"
      group=${freshGroup()}
    ></hemat-discount-field>`,
  );
  await page.field.apply('BARENG5');
  await page.field.apply('ONGKIR');
  await page.settle('applied');
  return page;
}

function amounts(page: FieldPage): (string | null)[] {
  return [...page.root.querySelectorAll('[part=code-amount]')].map((part) => part.textContent);
}

it('shows what each of several codes takes off, and what all save', async () => {
  const page = await openWithBoth('en');
  see(amounts(page)).toEqual(['-Rp\u00a012,500', '-Rp\u00a015,000']);
  see(page.text('summary')).toBe('You save Rp\u00a027,500, new total Rp\u00a0240,500');
  await expect(page.field).to.be.accessible();
});

it('writes the minus where the reader’s language has it', async () => {
  const [first] = amounts(await openWithBoth('ar'));
  see(first).toBe(
    new Intl.NumberFormat('ar', {
      style: 'currency',
      currency: 'IDR',
      currencyDisplay: 'narrowSymbol',
      maximumFractionDigits: 0,
    }).format(-12_500),
  );
});

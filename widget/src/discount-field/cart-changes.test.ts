import { afterEach, beforeEach, expect as see, it, vi } from 'vitest';
import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import { FakeService, makeRule } from '../../../test/elements/support/fake-service.js';
import { FieldPage, freshGroup, posted } from '../../../test/elements/support/field-page.js';
import '../define.js';

let service: FakeService;
beforeEach(() => {
  service = new FakeService();
  service.rules.push(makeRule({ code: 'WELCOME10' }));
});
afterEach(() => vi.restoreAllMocks());

async function openInForm(): Promise<{ page: FieldPage; form: HTMLFormElement }> {
  const page = await FieldPage.open(
    html`<form>
      <hemat-discount-field
        open
        name="discountCode"
        lang="en"
        currency="IDR"
        subtotal="250000"
        persist="none"
        group=${freshGroup()}
      >
      </hemat-discount-field>
    </form>`,
  );
  const { form } = page.field;
  if (!form) throw new Error('the field has no form');
  return { page, form };
}

it('moves the amount with the cart without a request, then asks for a fresh signature', async () => {
  const { page, form } = await openInForm();
  await page.field.apply('WELCOME10');
  const heard = oneEvent(page.field, 'hemat-changed');
  page.field.subtotal = 300_000;
  see((await heard).detail.quote).toMatchObject({
    discountAmount: 30_000,
    total: 270_000,
    signedQuote: null,
  });
  see(page.text('summary')).toBe('You save Rp\u00a030,000, new total Rp\u00a0270,000');
  see(page.field.getAttribute('state')).toBe('applied');
  see(service.questions).toHaveLength(1);
  see(posted(form)).toEqual([['discountCode', 'WELCOME10']]);
  await vi.waitFor(
    () =>
      see(posted(form)).toEqual([
        ['discountCode', 'WELCOME10'],
        ['discountCode-quote', 'signed-2'],
      ]),
    2000,
  );
});

it('asks once for many changes of the cart', async () => {
  const { page } = await openInForm();
  await page.field.apply('WELCOME10');
  for (const subtotal of [260_000, 270_000, 280_000]) {
    page.field.subtotal = subtotal;
    await aTimeout(50);
  }
  await vi.waitFor(() => see(service.questions).toHaveLength(2), 2000);
  see(service.questions[1]?.subtotal).toBe(280_000);
});

it('does not ask again for a cart that is the same', async () => {
  const { page } = await openInForm();
  const cart = (): object => ({
    currency: 'IDR',
    lineItems: [{ productId: 'kopi', quantity: 2, unitAmount: 50_000 }],
  });
  page.field.cart = cart();
  await page.field.updateComplete;
  await page.field.apply('WELCOME10');
  page.field.cart = cart();
  await page.field.updateComplete;
  await aTimeout(600);
  see(service.questions).toHaveLength(1);
});

it('lets a right code wait for its minimum, counts down with the cart, and applies it by itself', async () => {
  service.rules.push(makeRule({ code: 'MIN300', minPurchaseAmount: 300_000 }));
  const { page, form } = await openInForm();
  const refused = oneEvent(page.field, 'hemat-refused');
  await page.apply('min300');
  see((await refused).detail).toMatchObject({
    reason: 'MIN_PURCHASE_NOT_MET',
    missing: [{ kind: 'minPurchase', shortBy: 50_000 }],
    pending: true,
  });
  await page.settle('pending');
  see(page.text('summary')).toBe('Add Rp\u00a050,000 more to use this code.');
  see(posted(form)).toEqual([]);
  await expect(page.field).to.be.accessible();

  page.field.subtotal = 270_000;
  await page.field.updateComplete;
  see(page.text('summary')).toBe('Add Rp\u00a030,000 more to use this code.');
  see(service.questions).toHaveLength(1);

  const applied = oneEvent(page.field, 'hemat-applied');
  page.field.subtotal = 300_000;
  await page.field.updateComplete;
  see(page.field.getAttribute('state')).toBe('checking');
  see((await applied).detail.quote).toMatchObject({ discountAmount: 30_000, total: 270_000 });
  await page.settle('applied');
});

it('keeps a code that stops to qualify, and takes it up again', async () => {
  service.rules.push(makeRule({ code: 'MIN200', minPurchaseAmount: 200_000 }));
  const { page, form } = await openInForm();
  await page.field.apply('MIN200');
  page.field.subtotal = 150_000;
  await page.settle('pending');
  see(posted(form)).toEqual([]);
  see(page.field.quote).toBe(null);
  page.field.subtotal = 250_000;
  await page.settle('applied');
  see(page.field.quote?.discountAmount).toBe(25_000);
});

it('gives a code up that the service takes back, with the reason in the field', async () => {
  const { page, form } = await openInForm();
  await page.field.apply('WELCOME10');
  service.takenBack.set('WELCOME10', 'MAX_USES_REACHED');
  const events: string[] = [];
  for (const type of ['hemat-removed', 'hemat-refused', 'hemat-changed'])
    page.field.addEventListener(type, () => events.push(type));
  page.field.subtotal = 260_000;
  await page.settle('refused');
  see(page.input.value).toBe('WELCOME10');
  see(page.text('message')).toBe('This code has been used up. Try another code.');
  see(events).toEqual(['hemat-changed', 'hemat-removed', 'hemat-refused']);
  see(posted(form)).toEqual([]);
});

it('reads the cart from a JSON child, and follows when it is rewritten', async () => {
  const cart = (quantity: number): string =>
    JSON.stringify({
      currency: 'IDR',
      lineItems: [
        { lineId: 'a', title: 'Kopi Gayo', productId: 'kopi', quantity, unitAmount: 50_000 },
        { lineId: 'b', title: 'Teh', productId: 'teh', quantity: 1, unitAmount: 30_000 },
      ],
    });
  service.rules.push(
    makeRule({
      code: 'KOPI20',
      scope: 'products',
      productIds: ['kopi'],
      discount: { type: 'percent', basisPoints: 2000 },
    }),
  );
  const page = await FieldPage.open(
    html`<hemat-discount-field open lang="en" persist="none" group=${freshGroup()}>
      <script type="application/json" slot="cart"></script>
    </hemat-discount-field>`,
  );
  const script = page.field.querySelector('script');
  if (!script) throw new Error('no cart');
  script.textContent = cart(2);
  await page.field.apply('kopi20');
  await page.settle('applied');
  see(page.text('summary')).toBe('You save Rp\u00a020,000, new total Rp\u00a0110,000 On Kopi Gayo');
  script.textContent = cart(3);
  await vi.waitFor(() => see(page.field.quote?.discountAmount).toBe(30_000));
  see(service.questions[0]?.lineItems?.[0]).not.toHaveProperty('title');
});

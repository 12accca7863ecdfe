import { afterEach, beforeEach, expect as see, it, vi } from 'vitest';
import { expect, oneEvent } from '@open-wc/testing';
import { userEvent } from 'vitest/browser';
import { FakeService, makeRule } from '../../../test/elements/support/fake-service.js';
import { FieldPage } from '../../../test/elements/support/field-page.js';
import '../define.js';

let service: FakeService;
beforeEach(() => {
  service = new FakeService();
  service.rules.push(makeRule({ code: 'WELCOME10' }));
});
afterEach(() => vi.restoreAllMocks());

it('shows what a typed code saves, once the service has said so', async () => {
  const page = await FieldPage.open();
  const release = service.hold();
  await page.apply('welcome10');
  await page.settle('checking');
  see(page.has('[part=summary]')).toBe(false);
  release();
  await page.settle('applied');
  see(page.text('summary')).toBe('You save Rp\u00a025,000, new total Rp\u00a0225,000');
  see(page.announced).toBe('WELCOME10 applied. You save Rp\u00a025,000, new total Rp\u00a0225,000');
  await expect(page.field).to.be.accessible();
});

it('tells the page of an applied code with its figures', async () => {
  const page = await FieldPage.open();
  const heard = oneEvent(document, 'hemat-applied');
  await page.apply('welcome10');
  const { detail, composed } = await heard;
  see(composed).toBe(true);
  see(detail).toMatchObject({
    code: 'WELCOME10',
    source: 'typed',
    quote: { discountAmount: 25_000, total: 225_000 },
  });
  see(detail.quote.signedQuote).toBe('signed-1');
  see(page.field.getAttribute('state')).toBe('applied');
});

it('sends nothing while a shopper types, and one question when it is applied', async () => {
  const page = await FieldPage.open();
  await userEvent.type(page.input, 'welcome10');
  see(service.questions).toHaveLength(0);
  await userEvent.keyboard('{Enter}');
  await page.settle('applied');
  see(service.questions.map(({ codes, subtotal, currency }) => ({ codes, subtotal, currency }))).toEqual([
    { codes: ['welcome10'], subtotal: 250_000, currency: 'IDR' },
  ]);
});

it('keeps a refused code in the input, says why, and marks it invalid only then', async () => {
  const page = await FieldPage.open();
  see(page.input.getAttribute('aria-invalid')).toBe(null);
  const heard = oneEvent(page.field, 'hemat-refused');
  await page.apply('NOPE');
  see((await heard).detail).toMatchObject({ code: 'NOPE', reason: 'CODE_NOT_FOUND', pending: false });
  see(page.input.value).toBe('NOPE');
  see(page.input.getAttribute('aria-invalid')).toBe('true');
  see(page.text('message')).toBe("We don't know this code. Check the spelling and try again.");
  see(page.input.getAttribute('aria-describedby')).toBe(page.find('[part=message]').id);
  await expect(page.field).to.be.accessible();
  await page.type('NOPE1');
  await page.settle('idle');
  see(page.input.getAttribute('aria-invalid')).toBe(null);
});

it('holds a code back that a listener of hemat-apply keeps', async () => {
  const page = await FieldPage.open();
  page.field.addEventListener('hemat-apply', (event) => event.preventDefault());
  see(await page.field.apply('welcome10')).toEqual({ type: 'cancelled' });
  see(service.questions).toHaveLength(0);
});

it('drops the late answer to a code that another one has replaced', async () => {
  service.rules.push(makeRule({ code: 'BIG50', discount: { type: 'percent', basisPoints: 5000 } }));
  const page = await FieldPage.open();
  const release = service.hold();
  await page.apply('BIG50');
  await vi.waitFor(() => see(service.questions).toHaveLength(1));
  await page.apply('WELCOME10');
  await vi.waitFor(() => see(service.questions).toHaveLength(2));
  see(service.questions[0]?.signal.aborted).toBe(true);
  release();
  await page.settle('applied');
  see(page.field.quote?.codes.map(({ code }) => code)).toEqual(['WELCOME10']);
});

it('asks once about a mistyped generated code, before any request, and lets a second try through', async () => {
  const page = await FieldPage.open();
  await page.apply('4K7M 2PWX 9RTC');
  await page.settle('refused');
  see(page.text('message')).toContain('looks mistyped');
  see(service.questions).toHaveLength(0);
  await page.apply('4K7M 2PWX 9RTC');
  await vi.waitFor(() => see(service.questions).toHaveLength(1));
});

it('moves the focus to Remove after a code is applied, and back to the input after it is removed', async () => {
  const page = await FieldPage.open();
  await page.type('welcome10');
  await userEvent.keyboard('{Enter}');
  await page.settle('applied');
  see(page.root.activeElement?.getAttribute('aria-label')).toBe('Remove WELCOME10');
  const heard = oneEvent(page.field, 'hemat-removed');
  await userEvent.keyboard('{Enter}');
  see((await heard).detail).toEqual({ code: 'WELCOME10', quote: null });
  see(page.root.activeElement).toBe(page.input);
  see(page.announced).toBe('WELCOME10 removed.');
});

it('stands behind a button until it is opened, and closes on Escape', async () => {
  const page = await FieldPage.open();
  page.field.open = false;
  await page.settle('collapsed');
  see(page.has('input')).toBe(false);
  await expect(page.field).to.be.accessible();
  await userEvent.click(page.find('[part=toggle]'));
  await vi.waitFor(() => see(page.root.activeElement).toBe(page.input));
  await userEvent.keyboard('{Escape}');
  await page.settle('collapsed');
  await vi.waitFor(() => see(page.root.activeElement).toBe(page.find('[part=toggle]')));
});

it('asks anew for a code that was applied before and removed', async () => {
  const page = await FieldPage.open();
  await page.field.apply('WELCOME10');
  page.field.clear();
  see(await page.field.apply('WELCOME10')).toMatchObject({ type: 'applied' });
  see(service.questions).toHaveLength(2);
});

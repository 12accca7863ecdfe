import { afterEach, beforeEach, expect as see, it, vi } from 'vitest';
import { expect, html, oneEvent } from '@open-wc/testing';
import { FakeService, makeRule } from '../../../test/elements/support/fake-service.js';
import { FieldPage, freshGroup } from '../../../test/elements/support/field-page.js';
import '../define.js';

let service: FakeService;
beforeEach(() => {
  service = new FakeService();
  service.rules.push(makeRule({ code: 'WELCOME10' }));
});
afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
  history.replaceState(null, '', location.pathname);
});

it('says that it could not check, tells the page why, and checks again on Try again', async () => {
  const page = await FieldPage.open();
  service.fault = 'network';
  const heard = oneEvent(page.field, 'hemat-unavailable');
  await page.apply('WELCOME10');
  see((await heard).detail).toMatchObject({ cause: 'NETWORK', status: 0 });
  await page.settle('unavailable');
  see(page.text('message')).toBe("We couldn't check the code. You can try again or order without it.");
  see(page.input.value).toBe('WELCOME10');
  see(page.text('apply')).toBe('Try again');
  await expect(page.field).to.be.accessible();
  service.fault = null;
  page.find('[part=apply]').click();
  await page.settle('applied');
});

it('stays calm when the service says that there were too many tries', async () => {
  const page = await FieldPage.open();
  service.fault = { status: 429, code: 'RATE_LIMITED', headers: { 'retry-after': '7' } };
  const heard = oneEvent(page.field, 'hemat-unavailable');
  await page.apply('WELCOME10');
  see((await heard).detail).toEqual({
    cause: 'RATE_LIMITED',
    status: 429,
    requestId: 'req_1',
    retryAfter: 7,
  });
  await page.settle('unavailable');
  see(page.text('message')).toBe('Too many tries. Wait a moment, then try again.');
  see(service.questions).toHaveLength(1);
});

it('checks by itself once the browser is online again', async () => {
  const page = await FieldPage.open();
  service.fault = 'network';
  await page.field.apply('WELCOME10');
  service.fault = null;
  window.dispatchEvent(new Event('online'));
  await page.settle('applied');
});

it('takes an answer of another shape for a failure, not for a discount', async () => {
  const page = await FieldPage.open();
  vi.mocked(fetch).mockImplementation(async () =>
    Response.json({ data: { applies: true }, error: null, meta: {} }),
  );
  see(await page.field.apply('WELCOME10')).toEqual({ type: 'unavailable', cause: 'BAD_ANSWER' });
});

it('keeps what is applied when a later check fails, without its old signature', async () => {
  const page = await FieldPage.open();
  await page.field.apply('WELCOME10');
  service.fault = 'network';
  const heard = oneEvent(page.field, 'hemat-unavailable');
  page.field.subtotal = 300_000;
  await heard;
  see(page.field.getAttribute('state')).toBe('applied');
  see(page.field.quote).toMatchObject({ discountAmount: 30_000, signedQuote: null });
  see(page.announced).not.toContain('check');
});

it('remembers an applied code for the next page of the session, and forgets a removed one', async () => {
  const group = freshGroup();
  const template = html`<hemat-discount-field
    workspace="kopi"
    lang="en"
    currency="IDR"
    subtotal="250000"
    group=${group}
  ></hemat-discount-field>`;
  const page = await FieldPage.open(template);
  await page.field.apply('welcome10');
  see(sessionStorage.getItem(`hemat: kopi  ${group}`)).toBe('WELCOME10');
  page.field.clear();
  see(sessionStorage.getItem(`hemat: kopi  ${group}`)).toBe(null);
});

it('keeps an applied code beyond the session with persist=local, and not at all with persist=none', async () => {
  const group = freshGroup();
  const key = `hemat: kopi  ${group}`;
  const field = (persist: string) =>
    html`<hemat-discount-field
      workspace="kopi"
      currency="IDR"
      subtotal="250000"
      persist=${persist}
      group=${group}
    ></hemat-discount-field>`;
  const local = await FieldPage.open(field('local'));
  await local.field.apply('welcome10');
  see([sessionStorage.getItem(key), localStorage.getItem(key)]).toEqual([null, 'WELCOME10']);
  local.field.clear();
  see(localStorage.getItem(key)).toBe(null);
  const other = freshGroup();
  const none = await FieldPage.open(
    html`<hemat-discount-field
      workspace="kopi"
      currency="IDR"
      subtotal="250000"
      persist="none"
      group=${other}
    >
    </hemat-discount-field>`,
  );
  await none.field.apply('welcome10');
  see(none.field.state).toBe('applied');
  see(
    [...Object.keys(sessionStorage), ...Object.keys(localStorage)].filter((one) => one.includes(other)),
  ).toEqual([]);
});

it('applies a kept code on the next page, and drops one silently that is refused', async () => {
  const group = freshGroup();
  sessionStorage.setItem(`hemat: kopi  ${group}`, 'WELCOME10,GONE');
  const page = await FieldPage.open(
    html`<hemat-discount-field
      workspace="kopi"
      lang="en"
      currency="IDR"
      subtotal="250000"
      group=${group}
    ></hemat-discount-field>`,
  );
  await page.settle('applied');
  see(page.field.quote?.codes.map(({ code }) => code)).toEqual(['WELCOME10']);
  see(sessionStorage.getItem(`hemat: kopi  ${group}`)).toBe('WELCOME10');
});

it('applies the code of a link, once the cart qualifies', async () => {
  service.rules.push(makeRule({ code: 'MIN300', minPurchaseAmount: 300_000 }));
  history.replaceState(null, '', '?discount=min300');
  const page = await FieldPage.open(
    html`<hemat-discount-field
      auto-apply
      lang="en"
      currency="IDR"
      subtotal="250000"
      persist="none"
      group=${freshGroup()}
    ></hemat-discount-field>`,
  );
  await page.settle('pending');
  page.field.subtotal = 300_000;
  await page.settle('applied');
});

it('leaves a code of a link out on the next page once the shopper has removed it', async () => {
  const open = (group: string): Promise<FieldPage> =>
    FieldPage.open(
      html`<hemat-discount-field
        auto-apply="promo"
        lang="en"
        currency="IDR"
        subtotal="250000"
        group=${group}
      ></hemat-discount-field>`,
    );
  service.rules.push(makeRule({ code: 'OTHER' }));
  history.replaceState(null, '', '?promo=welcome10,OTHER');
  const [first, next] = [freshGroup(), freshGroup()];
  const page = await open(first);
  await page.settle('applied');
  page.find('[data-code=WELCOME10]').click();
  await page.settle('idle');
  // The next page of the visit, as far as the browser's memory tells.
  sessionStorage.setItem(`hemat:out    ${next}`, sessionStorage.getItem(`hemat:out    ${first}`) ?? '');
  service.questions.length = 0;
  const later = await open(next);
  await later.settle('applied');
  see(later.field.quote?.codes.map(({ code }) => code)).toEqual(['OTHER']);
  see(service.questions.flatMap(({ codes }) => codes)).not.toContain('welcome10');
});

it('takes a better code of a link in place of the kept one, and leaves a better kept one alone', async () => {
  service.rules.push(makeRule({ code: 'LINK20', discount: { type: 'percent', basisPoints: 2000 } }));
  service.rules.push(makeRule({ code: 'LINK5', discount: { type: 'percent', basisPoints: 500 } }));
  for (const [link, wanted] of [
    ['LINK20', 'LINK20'],
    ['LINK5', 'WELCOME10'],
  ] as const) {
    const group = freshGroup();
    sessionStorage.setItem(`hemat:   ${group}`, 'WELCOME10');
    history.replaceState(null, '', `?discount=${link}`);
    const page = await FieldPage.open(
      html`<hemat-discount-field
        auto-apply
        lang="en"
        currency="IDR"
        subtotal="250000"
        group=${group}
      ></hemat-discount-field>`,
    );
    await page.settle('applied');
    see(page.field.quote?.codes.map(({ code }) => code)).toEqual([wanted]);
  }
});

it('offers to use a code in place of one it cannot stand beside', async () => {
  service.rules.push(makeRule({ code: 'HALF', discount: { type: 'percent', basisPoints: 5000 } }));
  const page = await FieldPage.open();
  await page.field.apply('WELCOME10');
  await page.field.apply('HALF');
  await page.settle('refused');
  see(page.text('message')).toBe(
    "This code can't be combined with the other one. Remove that one to use it.",
  );
  see(page.field.quote?.codes.map(({ code }) => code)).toEqual(['WELCOME10']);
  await expect(page.field).to.be.accessible();
  page.find('[part=replace]').click();
  await page.settle('applied');
  see(page.field.quote?.codes.map(({ code }) => code)).toEqual(['HALF']);
});

it('goes over to another workspace with its name', async () => {
  const page = await FieldPage.open();
  await page.field.apply('WELCOME10');
  page.field.workspace = 'teh';
  see(page.field.quote).toBe(null);
  await page.settle('idle');
  await page.field.apply('WELCOME10');
  see(service.questions.at(-1)).toMatchObject({ workspace: 'teh', subtotal: 250_000 });
  await page.settle('applied');
});

import { afterEach, expect as see, it, vi } from 'vitest';
import { fixture, html } from '@open-wc/testing';
import { FakeService, makeRule } from '../../../test/elements/support/fake-service.js';
import { FieldPage, freshGroup } from '../../../test/elements/support/field-page.js';
import { messagesEn } from './messages-en.js';
import { registerMessages } from './register-messages.js';
import '../define.js';

afterEach(() => {
  document.documentElement.lang = 'en';
  vi.restoreAllMocks();
});

const field = html`<hemat-discount-field
  open
  currency="IDR"
  subtotal="250000"
  persist="none"
  group=${freshGroup()}
></hemat-discount-field>`;

it('speaks the language of its place on the page, and follows when the page changes its own', async () => {
  const page = await FieldPage.open(field);
  see(page.text('label')).toBe('Promo code');
  document.documentElement.lang = 'id';
  await vi.waitFor(() => see(page.text('label')).toBe('Kode promo'));
  page.field.lang = 'en';
  await vi.waitFor(() => see(page.text('label')).toBe('Promo code'));
});

it('speaks the browser’s language on a page that names none', async () => {
  document.documentElement.removeAttribute('lang');
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('id-ID');
  const page = await FieldPage.open(field);
  see(page.text('label')).toBe('Kode promo');
});

it('finds the language through a shadow root, and takes the language for a region it does not have', async () => {
  const host = await fixture(html`<div lang="id-ID"></div>`);
  const inner = document.createElement('hemat-discount-field');
  inner.open = true;
  host.attachShadow({ mode: 'open' }).append(inner);
  await inner.updateComplete;
  see(new FieldPage(inner).text('label')).toBe('Kode promo');
});

it('writes amounts as the page does, with the words it has', async () => {
  const service = new FakeService();
  service.rules.push(makeRule({ code: 'WELCOME10' }));
  const page = await FieldPage.open(html`<div lang="de">${field}</div>`);
  page.field.clear();
  await page.field.apply('WELCOME10');
  await page.settle('applied');
  see(page.text('summary')).toBe('You save 25.000\u00a0Rp, new total 225.000\u00a0Rp');
});

it('takes a table that the page registers, at once and for every element', async () => {
  document.documentElement.lang = 'ms';
  const page = await FieldPage.open(
    html`<hemat-discount-field open group=${freshGroup()}></hemat-discount-field>`,
  );
  see(page.text('label')).toBe('Promo code');
  registerMessages('ms', { ...messagesEn, label: 'Kod promosi' });
  await page.field.updateComplete;
  see(page.text('label')).toBe('Kod promosi');
});

it('keeps English whole on a page that reads from right to left, and says that it is English', async () => {
  new FakeService();
  const page = await FieldPage.open(html`<div lang="ar" dir="rtl">${field}</div>`);
  page.field.clear();
  await page.settle('idle');
  await page.apply('NOPE');
  await page.settle('refused');
  const sentence = page.find<HTMLElement>('[part=message] bdi');
  see(getComputedStyle(page.find('[part=message]')).direction).toBe('rtl');
  see(getComputedStyle(sentence).direction).toBe('ltr');
  const stop = document.createRange();
  const text = textOf(sentence);
  stop.setStart(text, text.data.length - 1);
  stop.setEnd(text, text.data.length);
  const start = document.createRange();
  start.setStart(text, 0);
  start.setEnd(text, 1);
  see(stop.getBoundingClientRect().left).toBeGreaterThan(start.getBoundingClientRect().left);
  see(page.find('[part=base]').lang).toBe('en');
  see(page.input.closest('[lang]')?.getAttribute('lang')).toBe('en');
});

it('shows what the page puts in the place of a text', async () => {
  const service = new FakeService();
  const page = await FieldPage.open(
    html`<hemat-discount-field open lang="en" persist="none" group=${freshGroup()}>
      <b slot="apply">Go</b><i slot="unavailable">Later, please</i><u slot="label">Voucher</u>
    </hemat-discount-field>`,
  );
  const shown = (part: string): string | undefined =>
    page.find(`[part=${part}]`).querySelector('slot')?.assignedElements()[0]?.textContent;
  see(shown('apply')).toBe('Go');
  see(shown('label')).toBe('Voucher');
  service.fault = 'network';
  await page.apply('ANY');
  await page.settle('unavailable');
  see(shown('message')).toBe('Later, please');
  see(shown('apply')).toBe(undefined);
  see(page.text('apply')).toBe('Try again');
});

function textOf(element: Element): Text {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  if (!(text instanceof Text)) throw new Error('no text');
  return text;
}

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

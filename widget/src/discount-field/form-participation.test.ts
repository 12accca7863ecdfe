import { afterEach, beforeEach, expect as see, it, vi } from 'vitest';
import { expect, html } from '@open-wc/testing';
import { userEvent } from 'vitest/browser';
import type { TemplateResult } from 'lit';
import { FakeService, makeRule } from '../../../test/elements/support/fake-service.js';
import { FieldPage, freshGroup, posted } from '../../../test/elements/support/field-page.js';
import '../define.js';

let service: FakeService;
beforeEach(() => {
  service = new FakeService();
  service.rules.push(makeRule({ code: 'WELCOME10' }));
});
afterEach(() => vi.restoreAllMocks());

const field = (inside: TemplateResult | string = ''): TemplateResult =>
  html`<hemat-discount-field
    id="code"
    open
    name="discountCode"
    lang="en"
    currency="IDR"
    subtotal="250000"
    persist="none"
    group=${freshGroup()}
    >${inside}</hemat-discount-field
  >`;

async function openForm(template: TemplateResult): Promise<{ page: FieldPage; form: HTMLFormElement }> {
  const page = await FieldPage.open(html`<form>${template}</form>`);
  const { form } = page.field;
  if (!form) throw new Error('the field has no form');
  return { page, form };
}

it('posts nothing before a code applies, then the code and its signed quote', async () => {
  const { page, form } = await openForm(field());
  await page.type('WELCOME10');
  see(posted(form)).toEqual([]);
  await page.field.apply();
  await page.settle('applied');
  see(posted(form)).toEqual([
    ['discountCode', 'WELCOME10'],
    ['discountCode-quote', 'signed-1'],
  ]);
});

it('posts each of several codes, and one quote for all', async () => {
  service.rules.push(
    makeRule({
      code: 'SHIP',
      discount: { type: 'shipping_percent', basisPoints: 10_000 },
      combinesWith: ['cart'],
    }),
    makeRule({ code: 'CART5', discount: { type: 'percent', basisPoints: 500 }, combinesWith: ['shipping'] }),
  );
  const { page, form } = await openForm(field());
  await page.field.apply('CART5');
  await page.apply('SHIP');
  await vi.waitFor(() => see(page.field.quote?.codes).toHaveLength(2));
  await page.field.updateComplete;
  see(posted(form)).toEqual([
    ['discountCode', 'CART5'],
    ['discountCode', 'SHIP'],
    ['discountCode-quote', 'signed-2'],
  ]);
  see(service.questions.at(-1)?.codes).toEqual(['CART5', 'SHIP']);
  await expect(page.field).to.be.accessible();
});

it('never submits the checkout when Enter applies a code', async () => {
  const { page, form } = await openForm(html`${field()}<button>Order</button>`);
  const submitted = vi.fn((event: SubmitEvent) => event.preventDefault());
  form.addEventListener('submit', submitted);
  await page.type('WELCOME10');
  await userEvent.keyboard('{Enter}');
  await page.settle('applied');
  see(submitted).not.toHaveBeenCalled();
});

it('keeps Enter from a page that sends its form on any of them', async () => {
  const { page, form } = await openForm(field());
  const heard = vi.fn((event: Event) => event.type);
  for (const type of ['keydown', 'keypress', 'keyup']) form.addEventListener(type, heard);
  await page.type('WELCOME10');
  await userEvent.keyboard('{Enter}');
  await page.settle('applied');
  page.find('[part=remove]').focus();
  await userEvent.keyboard('{Enter}');
  await page.settle('idle');
  see(heard).not.toHaveBeenCalled();
});

it('leaves Enter to an input method that is composing', async () => {
  const { page } = await openForm(field());
  await page.type('WELCOME10');
  page.input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
  page.input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 50));
  see(service.questions).toHaveLength(0);
});

it('goes back to its beginning when the form is reset', async () => {
  const { page, form } = await openForm(field());
  await page.field.apply('WELCOME10');
  form.reset();
  await page.settle('idle');
  see(page.input.value).toBe('');
  see(posted(form)).toEqual([]);
});

it('is switched off with its fieldset', async () => {
  const { page, form } = await openForm(html`<fieldset>${field()}</fieldset>`);
  await page.field.apply('WELCOME10');
  const fieldset = form.querySelector('fieldset');
  if (!fieldset) throw new Error('no fieldset');
  fieldset.disabled = true;
  await page.field.updateComplete;
  see(page.find<HTMLButtonElement>('[part=remove]').disabled).toBe(true);
  see(posted(form)).toEqual([]);
  fieldset.disabled = false;
  await page.field.updateComplete;
  see(posted(form)).toHaveLength(2);
});

it('stands in the way of the form only where a code is required', async () => {
  const { page, form } = await openForm(field());
  see(form.checkValidity()).toBe(true);
  await page.field.apply('NOPE');
  see(form.checkValidity()).toBe(true);
  page.field.required = true;
  await page.field.updateComplete;
  see(form.checkValidity()).toBe(false);
  see(page.field.validity.valueMissing).toBe(true);
  see(page.field.validationMessage).toBe('Enter a promo code.');
  await page.field.apply('WELCOME10');
  await page.field.updateComplete;
  see(form.checkValidity()).toBe(true);
});

it('takes the name and the focus that an outside label gives', async () => {
  const { page, form } = await openForm(html`<label for="code">Voucher</label>${field()}`);
  await page.field.updateComplete;
  see(page.input.getAttribute('aria-label')).toBe('Voucher');
  see(page.has('[part=label]')).toBe(false);
  form.querySelector('label')?.click();
  see(page.root.activeElement).toBe(page.input);
  await expect(page.field).to.be.accessible();
});

it('takes the place of the plain input, with its text, and posts once', async () => {
  const { page, form } = await openForm(
    field(html`<label>Code <input name="discountCode" value="welcome10" /></label>`),
  );
  await page.field.updateComplete;
  see(form.querySelector('input')).toBe(null);
  see(page.input.value).toBe('welcome10');
  see(posted(form)).toEqual([]);
  await page.field.apply();
  await page.field.updateComplete;
  see(posted(form).filter(([name]) => name === 'discountCode')).toEqual([['discountCode', 'WELCOME10']]);
});

it('takes the place of a plain input that the parser brings later', async () => {
  const { page } = await openForm(field());
  const input = document.createElement('input');
  input.name = 'discountCode';
  input.value = 'late';
  page.field.append(input);
  await vi.waitFor(() => see(page.input.value).toBe('late'));
  see(input.isConnected).toBe(false);
});

it('comes back as it was when the browser restores the page', async () => {
  const { page } = await openForm(field());
  page.field.formStateRestoreCallback(JSON.stringify({ typed: '', codes: ['WELCOME10'] }));
  await page.settle('applied');
  page.field.formStateRestoreCallback('not ours');
  await page.settle('applied');
});

import { afterEach, beforeEach, expect as see, it, vi } from 'vitest';
import { expect, html } from '@open-wc/testing';
import { userEvent } from 'vitest/browser';
import {
  emulateMedia,
  readAccessibilityTree,
  type AccessibleNode,
} from '../../../test/elements/support/accessibility-tree.js';
import { FakeService, makeRule } from '../../../test/elements/support/fake-service.js';
import { FieldPage, freshGroup } from '../../../test/elements/support/field-page.js';
import '../define.js';

beforeEach(() => {
  const service = new FakeService();
  service.rules.push(makeRule({ code: 'WELCOME10', combinesWith: ['cart'] }));
  service.rules.push(makeRule({ code: 'MIN300', combinesWith: ['cart'], minPurchaseAmount: 300_000 }));
  service.rules.push(makeRule({ code: 'EXTRA5', combinesWith: ['cart'] }));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await emulateMedia([]);
});

async function findNode(role: string): Promise<AccessibleNode | undefined> {
  return (await readAccessibilityTree()).find((node) => node.role === role);
}

it('tells a screen reader the name of the input, and after a refusal that it is invalid and why', async () => {
  const page = await FieldPage.open();
  see(await findNode('textbox')).toMatchObject({ name: 'Promo code', description: '', invalid: 'false' });
  await page.apply('NOPE');
  await page.settle('refused');
  see(await findNode('textbox')).toMatchObject({
    name: 'Promo code',
    description: "We don't know this code. Check the spelling and try again.",
    invalid: 'true',
  });
});

it('takes its name from a label outside', async () => {
  const page = await FieldPage.open(
    html`<div>
      <label for="outer">Coupon</label>
      <hemat-discount-field
        id="outer"
        open
        lang="en"
        persist="none"
        group=${freshGroup()}
      ></hemat-discount-field>
    </div>`,
  );
  see((await findNode('textbox'))?.name).toBe('Coupon');
  see(page.has('label')).toBe(false);
});

it('speaks in a status region that is there, empty, before it speaks, and says one sentence per result', async () => {
  const page = await FieldPage.open();
  const region = page.find('[role=status]');
  see(region.textContent.trim()).toBe('');
  const heard: string[] = [];
  const watch = new MutationObserver(() => {
    if (page.announced) heard.push(page.announced);
  });
  watch.observe(region, { childList: true, characterData: true, subtree: true });
  await page.apply('WELCOME10');
  await page.settle('applied');
  await page.field.updateComplete;
  see(heard).toEqual(['WELCOME10 applied. You save Rp\u00a025,000, new total Rp\u00a0225,000']);
  see(page.find('[role=status]')).toBe(region);
  watch.disconnect();
});

it('leads through opening, applying, a second code and removing by the keyboard alone', async () => {
  const page = await FieldPage.open(
    html`<form>
      <button type="button" id="before">Before</button>
      <hemat-discount-field
        lang="en"
        currency="IDR"
        subtotal="250000"
        persist="none"
        group=${freshGroup()}
      ></hemat-discount-field>
    </form>`,
  );
  const submitted = vi.fn((event: Event) => event.preventDefault());
  page.field.form?.addEventListener('submit', submitted);
  const focused = async (): Promise<AccessibleNode | undefined> =>
    (await readAccessibilityTree()).findLast((node) => node.isFocused);
  document.getElementById('before')?.focus();
  await userEvent.tab();
  see(await focused()).toMatchObject({ role: 'button', name: 'Have a promo code?' });
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(async () => see(await focused()).toMatchObject({ role: 'textbox', name: 'Promo code' }));
  await userEvent.keyboard('welcome10{Enter}');
  await page.settle('applied');
  see(await focused()).toMatchObject({ role: 'button', name: 'Remove WELCOME10' });
  await userEvent.tab();
  see(await focused()).toMatchObject({ role: 'button', name: 'Add another code' });
  await userEvent.keyboard(' ');
  await vi.waitFor(async () => see(await focused()).toMatchObject({ role: 'textbox' }));
  await userEvent.keyboard('min300{Enter}');
  await vi.waitFor(async () => see(await focused()).toMatchObject({ name: 'Remove MIN300' }));
  see(page.announced).toBe('MIN300: Add Rp\u00a050,000 more to use this code.');
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(async () => see(await focused()).toMatchObject({ role: 'textbox' }));
  see(page.announced).toBe('MIN300 removed.');
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
  await page.settle('idle');
  see(await focused()).toMatchObject({ role: 'textbox' });
  see(submitted).not.toHaveBeenCalled();
});

it('gives every button and the input 44 px, also on a phone', async () => {
  const frame = html`<div style="inline-size: 280px; font-size: 12px">
    <hemat-discount-field
      open
      lang="en"
      currency="IDR"
      subtotal="250000"
      persist="none"
      group=${freshGroup()}
    ></hemat-discount-field>
  </div>`;
  const page = await FieldPage.open(frame);
  await page.field.apply('WELCOME10');
  await page.field.apply('MIN300');
  await page.settle('applied');
  const controls = [...page.root.querySelectorAll('button, input')];
  see(controls.map(({ localName }) => localName)).toEqual(['button', 'button', 'input', 'button']);
  for (const control of controls) {
    const { width, height } = control.getBoundingClientRect();
    see(width).toBeGreaterThanOrEqual(44);
    see(height).toBeGreaterThanOrEqual(44);
  }
});

it('neither overflows nor covers itself at 200 % zoom and with text twice as large', async () => {
  // 320 px is a 640 px window at 200 %.
  for (const style of ['inline-size: 320px; zoom: 2', 'inline-size: 320px; font-size: 32px']) {
    const page = await FieldPage.open(
      html`<div style=${style}>
        <hemat-discount-field
          open
          lang="id"
          currency="IDR"
          subtotal="250000"
          persist="none"
          group=${freshGroup()}
        ></hemat-discount-field>
      </div>`,
    );
    await page.field.apply('WELCOME10');
    await page.field.apply('MIN300');
    await page.field.apply('NOPE');
    await page.settle('refused');
    see(page.field.scrollWidth).toBeLessThanOrEqual(page.field.clientWidth);
    const blocks = [...page.root.querySelectorAll('li, [part=form], [part=message]')];
    see(blocks).toHaveLength(4);
    blocks.reduce((above, below) => {
      see(below.getBoundingClientRect().top).toBeGreaterThanOrEqual(above.getBoundingClientRect().bottom);
      return below;
    });
    page.field.remove();
  }
});

it('keeps the edges of its controls where colours are forced', async () => {
  await emulateMedia([{ name: 'forced-colors', value: 'active' }]);
  const page = await FieldPage.open();
  await page.field.apply('WELCOME10');
  page.field.open = true;
  await page.field.updateComplete;
  const edge = (part: string): string => getComputedStyle(page.find(`[part~=${part}]`)).borderTopStyle;
  const colour = (part: string): string => getComputedStyle(page.find(`[part~=${part}]`)).borderTopColor;
  see([edge('input'), edge('apply')]).toEqual(['solid', 'solid']);
  see(colour('apply')).not.toBe('rgba(0, 0, 0, 0)');
  see(getComputedStyle(page.find('[part=code]')).outlineStyle).toBe('solid');
  await expect(page.field).to.be.accessible();
});

import { expect, it } from 'vitest';

it('imports the classes where there is no page, and defines nothing', async () => {
  expect('window' in globalThis).toBe(false);
  const { HematDiscountField, HematPromoTeaser, HematAppliedEvent, registerMessages } =
    await import('@hemat/widget');
  expect(HematDiscountField.formAssociated).toBe(true);
  expect(HematPromoTeaser.name).toBe('HematPromoTeaser');
  expect(new HematAppliedEvent({ code: 'A', source: 'typed', quote: null }).bubbles).toBe(true);
  expect(typeof registerMessages).toBe('function');
  expect(globalThis.customElements?.get('hemat-discount-field')).toBe(undefined);
});

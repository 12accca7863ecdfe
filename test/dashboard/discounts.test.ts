import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults, Office } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
  const codes = [
    { code: 'HEMAT10', type: 'percent', value: 10, maxUsesTotal: 100, name: 'Newsletter' },
    { code: 'ONGKIR', type: 'shipping_percent', value: 100, public: true },
    { code: 'NANTI', type: 'fixed', value: 25_000, currency: 'IDR', startsAt: '2090-01-01T00:00:00Z' },
    { code: 'LAMA', type: 'percent', value: 5, expiresAt: '2025-09-01T00:00:00Z' },
  ];
  for (const code of codes) await office.call('POST', '/discount-codes', code);
});
afterAll(() => office?.close());

it('lists every code, the newest first, with its state, what it gives and how far its cap is used', async () => {
  const desk = await office.visit('/discounts');
  const rows = desk.page.getByRole('row');
  await expect.poll(() => rows.count()).toBe(5);
  expect((await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())).toMatchObject([
    expect.stringMatching(/^Code Gives Uses .*Created$/),
    expect.stringMatching(/^LAMA expired 5% off/),
    expect.stringMatching(/^NANTI scheduled Rp ?25,000 off/),
    expect.stringMatching(/^ONGKIR active Free shipping/),
    expect.stringMatching(/^HEMAT10 active Newsletter 10% off 0 \/ 100/),
  ]);
  expect(await axeFaults(desk)).toEqual([]);
  expect(desk.complaints).toEqual([]);
});

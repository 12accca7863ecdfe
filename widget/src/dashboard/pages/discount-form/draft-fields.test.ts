import type { WorkspaceOnWire } from '@hemat/shared/schemas';
import { describe, expect, it } from 'vitest';
import { changedFields } from './changed-fields.js';
import { readDraft } from './draft-fields.js';
import { emptyDraft, type Draft } from './draft.js';

// Only these of its settings are read.
const workspace = {
  defaultCurrency: 'IDR',
  defaultLimitPolicy: 'honor',
  defaultHoldMinutes: 60,
} as unknown as WorkspaceOnWire;

function fieldsOf(change: Partial<Draft>) {
  const read = readDraft({ ...emptyDraft(workspace), ...change }, 'Asia/Jakarta');
  if (!read.ok) throw new Error(read.unreadable.join());
  return read.fields;
}

describe('readDraft', () => {
  it('sends what applies to the type and nothing that was typed for another', () => {
    const typed = { scope: 'tags', tagFilter: 'kopi, teh\nkopi', maxDiscountAmount: '20.000' } as const;
    expect(fieldsOf({ ...typed, type: 'percent' })).toMatchObject({
      scope: 'tags',
      tagFilter: ['kopi', 'teh'],
      maxDiscountAmount: 20_000,
      currency: 'IDR',
    });
    expect(fieldsOf({ ...typed, type: 'shipping_fixed', value: '15.000' })).toMatchObject({
      scope: 'cart',
      tagFilter: [],
      maxDiscountAmount: null,
      value: 15_000,
    });
    expect(fieldsOf({ type: 'percent' }).currency).toBeNull();
  });

  it('names every field that holds no number', () => {
    const draft = { ...emptyDraft(workspace), value: '', maxUsesTotal: 'many', minPurchaseAmount: '1,5' };
    expect(readDraft(draft, 'Asia/Jakarta')).toEqual({
      ok: false,
      unreadable: expect.arrayContaining(['value', 'maxUsesTotal', 'minPurchaseAmount']),
    });
  });
});

describe('changedFields', () => {
  it('is what differs, and takes the end away where the last day was emptied', () => {
    const before = fieldsOf({ validThrough: '2026-06-01', name: 'A' });
    expect(changedFields(before, fieldsOf({ validThrough: '2026-06-01', name: 'B' }))).toEqual({ name: 'B' });
    expect(changedFields(before, fieldsOf({ name: 'A' }))).toEqual({ expiresAt: null });
    expect(changedFields(before, before)).toEqual({});
  });
});

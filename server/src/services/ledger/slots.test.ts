import { describe, expect, it } from 'vitest';
import type { RedemptionsTable } from '../../storage/tables.js';
import { movesBetween, slotsOf } from './slots.js';

type Spot = Pick<RedemptionsTable, 'status' | 'limit_policy' | 'use_restored' | 'customer_id'>;
const row = (spot: Partial<Spot>): RedemptionsTable => ({
  workspace_id: 'usr_1',
  id: 'red_1',
  discount_code_id: 'disc_1',
  code: 'TEN',
  string_key: null,
  rule_version: 1,
  external_source: 'default',
  external_ref: 'o-1',
  over_limit: 0,
  currency: 'IDR',
  subtotal: 0,
  shipping_amount: 0,
  discount_amount: 0,
  shipping_discount: 0,
  total: 0,
  allocations: '[]',
  position: 0,
  fee_amount: 0,
  hold_expires_at: null,
  locked_at: null,
  redeemed_at: null,
  redeemed_day: null,
  released_at: null,
  expired_at: null,
  reversed_at: null,
  created_at: 0,
  updated_at: 0,
  status: 'locked',
  limit_policy: 'hold',
  use_restored: 0,
  customer_id: null,
  ...spot,
});

const spots: Partial<Spot>[] = [];
for (const status of ['locked', 'redeemed', 'released', 'expired', 'reversed'] as const) {
  for (const limit_policy of ['honor', 'hold', 'strict'] as const) {
    for (const use_restored of [0, 1]) {
      for (const customer_id of [null, 'a', 'b']) {
        spots.push({ status, limit_policy, use_restored, customer_id });
      }
    }
  }
}

describe('slotsOf', () => {
  it('counts a redeemed row as a use, a reversed one unless its use came back, and a lock only under hold', () => {
    expect(slotsOf(row({ status: 'redeemed' }))).toEqual({ uses: 1, holds: 0 });
    expect(slotsOf(row({ status: 'reversed', use_restored: 0 }))).toEqual({ uses: 1, holds: 0 });
    expect(slotsOf(row({ status: 'reversed', use_restored: 1 }))).toEqual({ uses: 0, holds: 0 });
    expect(slotsOf(row({ status: 'locked' }))).toEqual({ uses: 0, holds: 1 });
    expect(slotsOf(row({ status: 'locked', limit_policy: 'strict' }))).toEqual({ uses: 0, holds: 0 });
    expect(slotsOf(row({ status: 'expired' }))).toEqual({ uses: 0, holds: 0 });
  });
});

describe('movesBetween', () => {
  it('takes the counters of the code and of each customer from what one row counts to what the next does', () => {
    for (const before of [null, ...spots.map(row)]) {
      for (const next of spots.map(row)) {
        const counters = new Map<string | null, { uses: number; holds: number }>();
        const add = (customerId: string | null, uses: number, holds: number) => {
          const sum = counters.get(customerId) ?? { uses: 0, holds: 0 };
          counters.set(customerId, { uses: sum.uses + uses, holds: sum.holds + holds });
        };
        const count = (counted: RedemptionsTable | null, sign: 1 | -1) => {
          const { uses, holds } = slotsOf(counted);
          add(null, sign * uses, sign * holds);
          if (counted !== null && counted.customer_id !== null) {
            add(counted.customer_id, sign * uses, sign * holds);
          }
        };
        count(before, 1);
        const moves = movesBetween(before, next);
        for (const { customerId, uses, holds } of moves) add(customerId, uses, holds);
        count(next, -1);
        expect([...counters.values()].every(({ uses, holds }) => uses === 0 && holds === 0)).toBe(true);
        expect(moves.every(({ uses, holds }) => uses !== 0 || holds !== 0)).toBe(true);
        expect(moves.findIndex(({ customerId }) => customerId === null)).toBeOneOf([-1, moves.length - 1]);
      }
    }
  });
});

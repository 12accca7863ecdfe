import { expect, it } from 'vitest';
import { shareSlots, type Candidate, type WorkerLoad } from './share-slots.js';

const healthy = (id: string): Candidate => ({ workspaceId: 'usr_1', id, isFailing: false });
const failing = (id: string): Candidate => ({ workspaceId: 'usr_1', id, isFailing: true });
const load = (changes: Partial<WorkerLoad> = {}): WorkerLoad => ({
  concurrency: 8,
  running: new Map(),
  lastServed: new Map(),
  ...changes,
});
const limits = (due: readonly Candidate[], changes?: Partial<WorkerLoad>) =>
  Object.fromEntries(shareSlots(due, load(changes)).map(({ endpoint, limit }) => [endpoint.id, limit]));

it('gives one endpoint at most eight, however many slots are free', () => {
  expect(limits([healthy('a')], { concurrency: 32 })).toEqual({ a: 8 });
  const running = new Map([['a', { count: 6, isFailing: false }]]);
  expect(limits([healthy('a')], { concurrency: 32, running })).toEqual({ a: 2 });
});

it('shares the slots in turn', () => {
  expect(limits(['a', 'b', 'c'].map(healthy))).toEqual({ a: 3, b: 3, c: 2 });
});

it('serves first who was served longest ago', () => {
  const lastServed = new Map([
    ['a', 3],
    ['b', 1],
    ['c', 2],
  ]);
  expect(limits(['a', 'b', 'c'].map(healthy), { concurrency: 2, lastServed })).toEqual({ b: 1, c: 1 });
  expect(limits(['a', 'new'].map(healthy), { concurrency: 1, lastServed })).toEqual({ new: 1 });
});

it('gives an endpoint that fails one slot, and all that fail half of them', () => {
  const many = Array.from({ length: 50 }, (_, index) => failing(`f${index}`));
  const shares = limits([...many, healthy('well')]);
  expect(shares.well).toBe(4);
  expect(Object.entries(shares).filter(([id]) => id !== 'well')).toHaveLength(4);
  expect(Object.values(shares).reduce((sum, limit) => sum + limit)).toBe(8);
});

it('keeps the half of those that fail also while they run', () => {
  const running = new Map(['f0', 'f1', 'f2', 'f3'].map((id) => [id, { count: 1, isFailing: true }] as const));
  expect(limits([failing('f4'), healthy('well')], { running })).toEqual({ well: 4 });
});

it('gives nothing when nothing is free', () => {
  const running = new Map([['a', { count: 8, isFailing: false }]]);
  expect(limits([healthy('b')], { running })).toEqual({});
  expect(limits([])).toEqual({});
});

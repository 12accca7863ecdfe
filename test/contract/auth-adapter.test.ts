import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authAdapter } from '../../server/src/auth/auth-adapter.js';
import type { Storage } from '../../server/src/storage/storage.js';
import { databases } from './support/databases.js';

const verification = (identifier: string, day: number) => ({
  identifier,
  value: 'x',
  expiresAt: new Date(Date.UTC(2026, 0, day)),
});
const options = {
  verification: {
    modelName: 'auth_verifications',
    fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
} as const;
const model = 'verification';

describe.each(databases)('the storage of the sign-in library on $name', ({ open }) => {
  let storage: Storage;
  let adapter: ReturnType<ReturnType<typeof authAdapter>>;
  beforeAll(async () => {
    storage = await open();
    adapter = authAdapter(storage)(options);
    for (const day of [1, 2, 3]) await adapter.create({ model, data: verification(`day ${day}`, day) });
  });
  afterAll(() => storage.close());

  const identifiers = async (query: Omit<Parameters<typeof adapter.findMany>[0], 'model'>) => {
    const rows = await adapter.findMany<{ identifier: string }>({ model, ...query });
    return rows.map(({ identifier }) => identifier);
  };
  const expiresAt = (operator: 'lt' | 'lte' | 'gt' | 'gte' | 'eq' | 'ne', day: number) => ({
    where: [{ field: 'expiresAt', operator, value: new Date(Date.UTC(2026, 0, day)) }],
    sortBy: { field: 'identifier', direction: 'asc' as const },
  });

  it('keeps times as epoch milliseconds and gives them back as they were', async () => {
    const row = await storage.reader.selectFrom('auth_verifications').selectAll().executeTakeFirstOrThrow();
    expect(typeof row.expires_at).toBe('number');
    const where = [{ field: 'identifier', value: 'day 2' }];
    const found = await adapter.findOne<{ expiresAt: Date }>({ model, where });
    expect(found?.expiresAt).toEqual(new Date(Date.UTC(2026, 0, 2)));
  });

  it('compares, sorts and pages', async () => {
    expect(await identifiers(expiresAt('lt', 2))).toEqual(['day 1']);
    expect(await identifiers(expiresAt('lte', 2))).toEqual(['day 1', 'day 2']);
    expect(await identifiers(expiresAt('gt', 2))).toEqual(['day 3']);
    expect(await identifiers(expiresAt('gte', 2))).toEqual(['day 2', 'day 3']);
    expect(await identifiers(expiresAt('eq', 2))).toEqual(['day 2']);
    expect(await identifiers(expiresAt('ne', 2))).toEqual(['day 1', 'day 3']);
    const sortBy = { field: 'expiresAt', direction: 'desc' as const };
    expect(await identifiers({ sortBy })).toEqual(['day 3', 'day 2', 'day 1']);
    expect(await identifiers({ sortBy, limit: 1, offset: 1 })).toEqual(['day 2']);
    const within = (operator: 'in' | 'not_in', value: string[]) =>
      identifiers({ where: [{ field: 'identifier', operator, value }], sortBy });
    expect(await within('in', ['day 1', 'day 3'])).toEqual(['day 3', 'day 1']);
    expect(await within('not_in', ['day 1', 'day 3'])).toEqual(['day 2']);
    expect(await within('in', [])).toEqual([]);
    expect(await adapter.count({ model, where: expiresAt('gt', 1).where })).toBe(2);
  });

  it('refuses a comparison it does not offer, instead of answering another', async () => {
    const bad = [
      [{ field: 'identifier', operator: 'contains' as const, value: 'day' }],
      [{ field: 'identifier', value: 'DAY 1', mode: 'insensitive' as const }],
      [
        { field: 'identifier', value: 'day 1' },
        { field: 'identifier', value: 'day 2', connector: 'OR' as const },
      ],
    ];
    for (const where of bad) await expect(adapter.findMany({ model, where })).rejects.toThrow(/do not offer/);
  });

  it('lets one of ten that come together use a row up', async () => {
    await adapter.create({ model, data: verification('once', 4) });
    const where = [{ field: 'identifier', value: 'once' }];
    const taken = await Promise.all(Array.from({ length: 10 }, () => adapter.consumeOne({ model, where })));
    expect(taken.filter((row) => row !== null)).toHaveLength(1);
  });

  it('changes and takes away all that match, and says how many', async () => {
    const { where } = expiresAt('gte', 2);
    expect(await adapter.updateMany({ model, where, update: { value: 'y' } })).toBe(2);
    expect(await adapter.count({ model, where: [{ field: 'value', value: 'y' }] })).toBe(2);
    expect(await adapter.deleteMany({ model, where })).toBe(2);
    expect(await identifiers({})).toEqual(['day 1']);
  });
});

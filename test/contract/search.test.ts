import type { ListDiscountCodesQuery } from '@hemat/shared/schemas';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { archiveDiscountCode } from '../../server/src/services/archive-discount-code.js';
import { listDiscountCodes } from '../../server/src/services/list-discount-codes.js';
import { generateStrings } from '../../server/src/services/one-time/generate-strings.js';
import { listStrings } from '../../server/src/services/one-time/list-strings.js';
import type { Storage } from '../../server/src/storage/storage.js';
import { databases } from './support/databases.js';
import { createWorld, refusalOf, valueOf, type World } from './support/world.js';

describe.each(databases)('a search on $name', ({ name, open }) => {
  let storage: Storage;
  let world: World;
  beforeAll(async () => {
    storage = await open();
  });
  beforeEach(async () => {
    world = await createWorld(storage);
  });
  afterAll(() => storage.close());

  const list = async (query: Partial<ListDiscountCodesQuery>) =>
    valueOf(await listDiscountCodes(world.deps, { limit: 50, ...query }));
  const walk = async (query: Partial<ListDiscountCodesQuery>) => {
    const pages: (string | null)[][] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ ...query, ...(cursor && { cursor }) });
      pages.push(page.items.map(({ code }) => code));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return pages;
  };

  it('puts what begins so first and everything that has it after, newest first, each once', async () => {
    for (const code of ['KOPI1', 'TEHKOPI', 'KOPI2', 'OTHER']) {
      await world.createCode({ code });
      world.pass(1);
    }
    await world.createCode({ code: 'GULA', name: 'kopi susu' });
    expect(await walk({ q: 'kopi' })).toEqual([['KOPI2', 'KOPI1', 'GULA', 'TEHKOPI']]);
    expect(await walk({ q: 'kopi', limit: 3 })).toEqual([['KOPI2', 'KOPI1', 'GULA'], ['TEHKOPI']]);
    expect((await walk({ q: 'kopi', limit: 2 })).flat().sort()).toEqual([
      'GULA',
      'KOPI1',
      'KOPI2',
      'TEHKOPI',
    ]);
    expect(await walk({ q: 'k o p i 1' })).toEqual([['KOPI1']]);
    expect(await walk({ q: '%' })).toEqual([[]]);
  });

  it('keeps to its other filters and to its workspace', async () => {
    const gone = await world.createCode({ code: 'SALE1' });
    await world.createCode({ code: 'SALE2' });
    valueOf(await archiveDiscountCode(world.deps, gone.id));
    await (await createWorld(storage)).createCode({ code: 'SALE3' });
    expect(await walk({ q: 'sale', status: 'archived' })).toEqual([['SALE1']]);
    expect(await walk({ q: 'sale', active: 'true' })).toEqual([['SALE2']]);
  });

  it('finds the batch of a one-time string', async () => {
    const batch = await world.createCode({ kind: 'onetime', count: 3 });
    while ((await generateStrings(world.deps, 'one')) > 0);
    const [string] = valueOf(await listStrings(world.deps, { id: batch.id, limit: 1 })).items;
    const { items } = await list({ q: string?.code.toLowerCase() });
    expect(items.map(({ id }) => id)).toEqual([batch.id]);
    expect((await list({ q: string?.code, status: 'archived' })).items).toEqual([]);
  });

  it('ends a page after 20,000 codes, says that there is more, and comes to the oldest in the end', async () => {
    const oldest = await world.createCode({ code: 'OLDEST', name: 'a needle' });
    world.pass(1);
    await fill(await world.createCode({ code: 'FILL' }), 25_000);
    expect((await list({ q: 'oldes' })).items.map(({ code }) => code)).toEqual(['OLDEST']);
    const first = await list({ q: 'needle' });
    expect([first.items, first.hasMore]).toEqual([[], true]);
    const second = await list({ q: 'needle', ...(first.nextCursor && { cursor: first.nextCursor }) });
    expect([second.items.map(({ id }) => id), second.hasMore]).toEqual([[oldest.id], false]);
    const some = await list({ q: 'fill', limit: 100 });
    expect([some.items.length, some.hasMore]).toEqual([100, true]);
  });

  it('refuses a cursor that is none', async () => {
    for (const cursor of ['x', '.p', 'MSAx.p']) {
      expect(refusalOf(await listDiscountCodes(world.deps, { limit: 5, q: 'a', cursor }))).toBe(
        'VALIDATION_ERROR',
      );
    }
  });

  /** Many copies of a code, each a millisecond newer. */
  async function fill({ id }: { id: string }, count: number): Promise<void> {
    const digits = name === 'SQLite' ? sql`printf('%026d', at)` : sql`lpad(cast(at as text), 26, '0')`;
    await storage.write(async (tx) => {
      const [row] = await tx.selectFrom('discount_codes').selectAll().where('id', '=', id).execute();
      if (row === undefined) throw new Error('there is nothing to copy');
      const names = Object.keys(row);
      const copies: Readonly<Record<string, ReturnType<typeof sql>>> = {
        id: sql`'disc_' || ${digits}`,
        code: sql`'FILL' || at`,
        canonical_key: sql`'FILL' || at`,
        created_at: sql`created_at + at`,
      };
      const columns = sql.join(names.map((column) => copies[column] ?? sql.ref(column)));
      await sql`insert into discount_codes (${sql.join(names.map((column) => sql.ref(column)))})
        with recursive n (at) as (select 1 union all select at + 1 from n where at < ${sql.lit(count)})
        select ${columns} from n, discount_codes where id = ${id}`.execute(tx);
      await sql`insert into discount_code_usage (workspace_id, discount_code_id, uses_total, holds_total)
        select workspace_id, id, 0, 0 from discount_codes
        where workspace_id = ${row.workspace_id} and code like 'FILL%' and id <> ${id}`.execute(tx);
    });
  }
});

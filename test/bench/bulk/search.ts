// How long a page of a search takes among 1,000,000 codes, on SQLite or on the database that is named.
// node --conditions=hemat-source --import tsx test/bench/bulk/search.ts [codes] [postgres://…]
import { join } from 'node:path';
import { sql } from 'kysely';
import { listDiscountCodes } from '../../../server/src/services/list-discount-codes.js';
import { openStorage } from '../../../server/src/storage/open-storage.js';
import { createWorld, valueOf } from '../../contract/support/world.js';
import { tempFolder } from '../../support/temp-folder.js';
import { percentile } from './measure.js';

const codes = Number(process.argv[2] ?? 1_000_000);
const url = process.argv[3] ?? `sqlite:${join(tempFolder('bulk'), 'hemat.db')}`;
const isSqlite = url.startsWith('sqlite:');
const storage = await openStorage(url);
await storage.migrate();
const world = await createWorld(storage);
const { id } = await world.createCode({ code: 'FILL', name: 'A campaign' });
const digits = isSqlite ? sql`printf('%026d', at)` : sql`lpad(cast(at as text), 26, '0')`;
const names = Object.keys((await storage.reader.selectFrom('discount_codes').selectAll().execute())[0] ?? {});
const copies: Readonly<Record<string, ReturnType<typeof sql>>> = {
  id: sql`'disc_' || ${digits}`,
  code: sql`'FILL' || at`,
  canonical_key: sql`'FILL' || at`,
  created_at: sql`created_at + at`,
};
const columns = sql.join(names.map((column) => copies[column] ?? sql.ref(column)));
for (let done = 0; done < codes; done += 100_000) {
  await storage.write(async (tx) => {
    await sql`insert into discount_codes (${sql.join(names.map((column) => sql.ref(column)))})
      with recursive n (at) as (select ${sql.lit(done + 1)} union all select at + 1 from n where at < ${sql.lit(done + 100_000)})
      select ${columns} from n, discount_codes where id = ${id}`.execute(tx);
    await sql`insert into discount_code_usage (workspace_id, discount_code_id, uses_total, holds_total)
      select workspace_id, id, 0, 0 from discount_codes where id <> ${id} on conflict do nothing`.execute(tx);
  });
}

const time = async (times: number, query: object) => {
  const figures: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const begun = performance.now();
    const page = valueOf(await listDiscountCodes(world.deps, { limit: 50, ...query }));
    figures.push(performance.now() - begun);
    if (page.items.length > 50) throw new Error('a page is too long');
  }
  return percentile(figures);
};
console.log(
  JSON.stringify(
    {
      codes,
      newest: await time(100, {}),
      oneCode: await time(50, { q: 'fill77777' }),
      many: await time(50, { q: 'fill' }),
      byName: await time(50, { q: 'campaign' }),
      none: await time(20, { q: 'nothing of the kind' }),
      archived: await time(20, { status: 'archived' }),
    },
    null,
    1,
  ),
);
await storage.close();

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createDiscountCodeInput } from '@hemat/shared/schemas';
import { archiveDiscountCode } from '../../server/src/services/archive-discount-code.js';
import { createDiscountCode } from '../../server/src/services/create-discount-code.js';
import { addToCodeImport, openCodeImport } from '../../server/src/services/import/code-import.js';
import { clearOverdueImports } from '../../server/src/services/import/clear-overdue-imports.js';
import type { FileRow } from '../../server/src/services/import/file-row.js';
import { importDiscountCodes } from '../../server/src/services/import/import-discount-codes.js';
import { listAuditLog } from '../../server/src/services/list-audit-log.js';
import { listDiscountCodes } from '../../server/src/services/list-discount-codes.js';
import { newCodeRow } from '../../server/src/services/new-code-row.js';
import { discardCodeImport, publishCodeImport } from '../../server/src/storage/repositories/code-imports.js';
import { countDiscountCodesByKey } from '../../server/src/storage/repositories/discount-codes.js';
import type { Storage } from '../../server/src/storage/storage.js';
import { databases } from '../contract/support/databases.js';
import { createWorld, refusalOf, valueOf, type World } from '../contract/support/world.js';
import { anyCode } from './any-code.js';
import { exportFile, importFile } from './support.js';

describe.each(databases)('files of codes on $name', ({ open }) => {
  let storage: Storage;
  let world: World;
  beforeAll(async () => {
    storage = await open();
  });
  beforeEach(async () => {
    world = await createWorld(storage);
  });
  afterAll(() => storage.close());

  const codes = async (of: World = world) =>
    valueOf(await listDiscountCodes(of.deps, { limit: 100 })).items.map(({ code }) => code);
  const faultsOf = (outcome: Awaited<ReturnType<typeof importFile>>) =>
    outcome.ok ? [] : (outcome.refusal.details as { row: number; field: string; code: string }[]);

  it('are taken from CSV with any order of columns, an empty cell meaning the default', async () => {
    const report = valueOf(
      await importFile(
        world,
        'value,type,code,tagFilter,scope,maxUsesTotal,public,metadata\n' +
          '10.5,percent,KOPI10,coffee|tea,tags,,TRUE,"{""from"": ""paper""}"\n' +
          '100,percent, Teh Gratis ,,,7,,\n',
      ),
    );
    expect(report).toEqual({ dryRun: false, rows: 2, created: 2, unchanged: 0, faulty: 0, faults: [] });
    const [tea, coffee] = valueOf(await listDiscountCodes(world.deps, { limit: 2 })).items;
    expect(coffee).toMatchObject({
      code: 'KOPI10',
      value: 10.5,
      scope: 'tags',
      tagFilter: ['coffee', 'tea'],
    });
    expect(coffee).toMatchObject({ public: true, metadata: { from: 'paper' }, maxUsesTotal: null });
    expect(tea).toMatchObject({ code: ' Teh Gratis ', scope: 'cart', maxUsesTotal: 7, limitPolicy: 'honor' });
    const verdict = await world.validate({ code: 'TEHGRATIS', currency: 'IDR', subtotal: 5_000 });
    expect(verdict).toMatchObject({ applies: true, discountAmount: 5_000 });
  });

  it.each([';', '\t'])('may be parted by %j, and begin with a byte order mark', async (separator) => {
    const text = `\ufeffcode,type,value,name\r\nA,percent,5,"Kopi, teh"\r\n`;
    const other = text.replace(/,(?! )/g, separator);
    expect(valueOf(await importFile(world, other, { pieceSize: 1 })).created).toBe(1);
    const [code] = valueOf(await listDiscountCodes(world.deps, { limit: 1 })).items;
    expect(code).toMatchObject({ code: 'A', name: 'Kopi, teh' });
  });

  it('are taken from one JSON document a line', async () => {
    const lines = [
      { code: 'N1', type: 'percent', value: 5 },
      { code: 'N2', type: 'percent', value: 5, regions: ['id'] },
    ];
    const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n\n`;
    expect(valueOf(await importFile(world, text, { format: 'ndjson', pieceSize: 7 })).created).toBe(2);
    expect(await codes()).toEqual(['N2', 'N1']);
    const twice = await importFile(world, '{"code":"X","code":"Y","type":"percent","value":5}', {
      format: 'ndjson',
    });
    expect(faultsOf(twice)).toMatchObject([{ row: 1, field: '', code: 'duplicate_name' }]);
  });

  it('are refused as a whole, with row, field and code of each fault, and nothing of them is there', async () => {
    await world.createCode({ code: 'TAKEN' });
    const outcome = await importFile(
      world,
      'code,type,value,currency,active\n' +
        'GOOD,percent,10,,\n' +
        'BAD,percent,ten,,maybe\n' +
        'taken,percent,10,,\n' +
        'G O O D,percent,10,,\n' +
        'A/B,fixed,10,,\n' +
        'MORE,percent,10,,,extra\n',
    );
    expect(refusalOf(outcome)).toBe('VALIDATION_ERROR');
    expect(faultsOf(outcome).map(({ row, field, code }) => [row, field, code])).toEqual([
      [3, 'value', 'invalid_type'],
      [3, 'active', 'invalid_type'],
      [4, 'code', 'CODE_EXISTS'],
      [5, 'code', 'DUPLICATE_CODE'],
      [6, 'code', 'custom'],
      [6, 'currency', 'custom'],
      [7, '', 'too_many_cells'],
    ]);
    expect(JSON.stringify(outcome)).not.toContain('ten');
    expect(await codes()).toEqual(['TAKEN']);
  });

  it('give what is good of them where faulty rows are skipped, and only say so in a dry run', async () => {
    const text = 'code,type,value\nS1,percent,10\nS2,percent,0\nS3,percent,10\n';
    const dry = valueOf(await importFile(world, text, { onError: 'skip', dryRun: true }));
    expect(dry).toMatchObject({ dryRun: true, rows: 3, created: 2, faulty: 1 });
    expect(await codes()).toEqual([]);
    const report = valueOf(await importFile(world, text, { onError: 'skip' }));
    expect(report).toMatchObject({ dryRun: false, rows: 3, created: 2, faulty: 1 });
    expect(report.faults).toMatchObject([{ row: 3, field: 'value' }]);
    expect(await codes()).toEqual(['S3', 'S1']);
    expect(valueOf(await importFile(world, text, { onError: 'skip' }))).toMatchObject({
      created: 0,
      unchanged: 2,
    });
    const log = valueOf(await listAuditLog(world.deps, { limit: 10 })).items;
    expect(log.filter(({ action }) => action === 'discount_codes.imported')).toHaveLength(2);
  });

  it('list the first 100 faults and count the rest', async () => {
    const rows = Array.from({ length: 250 }, (_, at) => `F${at},percent,0`);
    const report = valueOf(await importFile(world, `code,type,value\n${rows.join('\n')}`, { dryRun: true }));
    expect(report).toMatchObject({ rows: 250, created: 0, faulty: 250 });
    expect(report.faults).toHaveLength(100);
  });

  it.each([
    ['an unknown column', 'code,type,value,colour\nA,percent,1,red', 1, 'colour'],
    ['a column twice', 'code,type,value,value\nA,percent,1,1', 1, 'value'],
    ['no codes', 'type,value\npercent,1', 1, 'code'],
    ['an open quote', 'code,type,value\n"A,percent,1', 2, ''],
    ['a NUL', 'code,type,value\nA\0,percent,1', 1, ''],
    ['a batch', '{"kind":"onetime","count":5,"type":"percent","value":5}', 1, 'kind'],
    ['half a document', '{"code":"A"', 1, ''],
  ])('with %s are refused and say where', async (_, text, row, field) => {
    const format = text.startsWith('{') ? 'ndjson' : 'csv';
    expect(faultsOf(await importFile(world, text, { format }))).toMatchObject([{ row, field }]);
  });

  it('that race for one code leave it once, and whole files', async () => {
    const file = (name: string) =>
      `code,type,value\n${Array.from({ length: 60 }, (_, at) => `${name}${at},percent,1`).join('\n')}\nPRIZE,percent,${name.length}\n`;
    const outcomes = await Promise.all(['A', 'BB'].map((name) => importFile(world, file(name))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const { items, hasMore } = valueOf(await listDiscountCodes(world.deps, { limit: 100 }));
    expect([items.length, hasMore]).toEqual([61, false]);
    expect(await world.drift()).toBe(0);
  });

  it('do not exist before they are whole, and then all at once', async () => {
    const seen: unknown[] = [];
    const look = async () => [
      await codes(),
      (await world.validate({ code: 'W1', currency: 'IDR', subtotal: 1_000 })).applies,
      (await exportFile(world)).includes('W1'),
    ];
    async function* slowly(): AsyncGenerator<FileRow> {
      for (let row = 1; row <= 1_200; row += 1) {
        if (row === 1_100) seen.push(await look());
        yield { row, input: createDiscountCodeInput.parse({ code: `W${row}`, type: 'percent', value: 5 }) };
      }
    }
    const options = { onError: 'fail', dryRun: false } as const;
    expect(valueOf(await importDiscountCodes(world.deps, { file: slowly(), ...options })).created).toBe(
      1_200,
    );
    expect(seen).toEqual([[[], false, false]]);
    expect((await codes()).length).toBe(100);
    expect((await look()).slice(1)).toEqual([true, true]);
    expect(await storage.reader.selectFrom('imported_codes').selectAll().execute()).toEqual([]);
  });

  it('leave nothing where their process was killed, and cannot be published by one that slept', async () => {
    const file = await openCodeImport(world.deps);
    const rows = Array.from({ length: 600 }, (_, at) => ({
      ...newCodeRow(world.deps, createDiscountCodeInput.parse({ code: `K${at}`, type: 'percent', value: 5 }))
        .row,
      imported_uses: 0,
    }));
    expect((await addToCodeImport(world.deps, file, rows)).size).toBe(600);
    world.pass(59_999);
    expect(await clearOverdueImports(world.deps)).toBe(0);
    world.pass(1);
    expect(await clearOverdueImports(world.deps)).toBe(1);
    await expect(addToCodeImport(world.deps, file, rows)).rejects.toThrow('given up');
    expect(await storage.write((tx) => publishCodeImport(tx, file))).toBe(false);
    const keys = rows.map(({ canonical_key }) => canonical_key);
    expect(await countDiscountCodesByKey(storage.reader, world.deps.workspace.id, keys)).toBe(0);
    expect(valueOf(await importFile(world, 'code,type,value\nK1,percent,5')).created).toBe(1);
  });

  it('take no more codes once they were given up, and cannot be published then', async () => {
    const file = await openCodeImport(world.deps);
    await storage.write((tx) => discardCodeImport(tx, file));
    const { row } = newCodeRow(
      world.deps,
      createDiscountCodeInput.parse({ code: 'LATE', type: 'percent', value: 5 }),
    );
    await expect(addToCodeImport(world.deps, file, [{ ...row, imported_uses: 0 }])).rejects.toThrow(
      'given up',
    );
    expect(await storage.write((tx) => publishCodeImport(tx, file))).toBe(false);
    expect(await codes()).toEqual([]);
  });

  it('come back from an export just as they were, whatever the codes say, and change nothing where they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCode, { minLength: 1, maxLength: 8 }), async (drawn) => {
        const from = await createWorld(storage);
        for (const input of drawn) await createDiscountCode(from.deps, input);
        const text = await exportFile(from);
        const rows = (await codes(from)).length;
        const to = await createWorld(storage, { default_limit_policy: 'strict', default_hold_minutes: 5 });
        expect(valueOf(await importFile(to, text))).toMatchObject({ rows, created: rows, faults: [] });
        expect(await exportFile(to)).toBe(text);
        expect(valueOf(await importFile(to, text))).toMatchObject({ rows, created: 0, unchanged: rows });
      }),
      { numRuns: 40 },
    );
  });

  it('have no formula, no archived code, no batch and nobody else’s code', async () => {
    await world.createCode({ code: '-10', name: '=HYPERLINK("http://x")' });
    const gone = await world.createCode({ code: 'GONE' });
    valueOf(await archiveDiscountCode(world.deps, gone.id));
    await world.createCode({ kind: 'onetime', count: 5 });
    await (await createWorld(storage)).createCode({ code: 'THEIRS' });
    const text = await exportFile(world);
    expect(text.split('\r\n')[1]).toMatch(/^'-10,percent,10,,"'=HYPERLINK\(""http/);
    expect(text.match(/\r\n/g)).toHaveLength(2);
  });
});

import { join } from 'node:path';
import pg from 'pg';
import { startProcess, type RunningProcess } from '../../support/start-process.js';
import { root } from '../../support/temp-folder.js';
import { benchSubtotal } from '../bench-cart.js';
import type { Case } from '../case.js';
import { hasFields } from '../has-fields.js';
import { cores, pinned } from '../machine.js';
import { validateCase } from './ceiling-cases.js';
import { codeCount } from './open-ceiling-database.js';

/** The bare servers on PostgreSQL. Of one hot row, with three sizes of pool: the best of them counts. */
export async function postgresCeilingCases(built: string, databaseUrl: string) {
  await makeTables(databaseUrl);
  const serve = (connections: number) => startOn(built, databaseUrl, connections);
  const ten = await serve(10);
  return {
    barePgValidate: validateCase('PostgreSQL: bare SELECT + zod', ten),
    barePgRedeem: redeemCase('PostgreSQL: bare redeem, one statement', ten, 'BENCH[code]'),
    barePgHot1: redeemCase('PostgreSQL: bare hot code, pool of 1', await serve(1), 'HOT'),
    barePgHot4: redeemCase('PostgreSQL: bare hot code, pool of 4', await serve(4), 'HOT'),
    barePgHot10: redeemCase('PostgreSQL: bare hot code, pool of 10', ten, 'HOT'),
  };
}

async function startOn(built: string, databaseUrl: string, connections: number): Promise<RunningProcess> {
  const command = [process.execPath, join(built, 'postgres.js'), databaseUrl, String(connections)];
  return startProcess({ command: pinned(cores.server, command), cwd: root });
}

function redeemCase(name: string, server: RunningProcess, code: string): Case {
  const body = JSON.stringify({ orderId: 'order-[n]', code, subtotal: benchSubtotal });
  const headers = { 'content-type': 'application/json' };
  const question = { method: 'POST' as const, path: '/redeem', headers, body };
  return { name, server, question, status: 201, isRight: (answer) => hasFields(answer, { created: true }) };
}

async function makeTables(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`
    create table bare_codes (workspace text, code text, basis_points integer, min_purchase integer, uses integer,
      cap integer, primary key (workspace, code));
    create table bare_redemptions (workspace text, order_id text, code text, amount integer, created_at bigint,
      primary key (workspace, order_id, code));
    insert into bare_codes select 'usr_bench', 'BENCH' || at, 1000, 100, 0, 1000000000
      from generate_series(0, ${codeCount - 1}) as at;
    insert into bare_codes values ('usr_bench', 'HOT', 1000, 100, 0, 1000000000);`);
  await client.end();
}

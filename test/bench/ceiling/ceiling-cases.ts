import { join } from 'node:path';
import { startProcess, type RunningProcess } from '../../support/start-process.js';
import { root } from '../../support/temp-folder.js';
import { benchCart, benchDiscount, benchSubtotal } from '../bench-cart.js';
import type { Case } from '../case.js';
import { hasFields } from '../has-fields.js';
import { cores, pinned } from '../machine.js';

const json = { 'content-type': 'application/json' };

/** Starts one bare server of the built folder with a database of its own in `data`. */
export async function startCeiling(
  built: string,
  name: string,
  data: string,
  mode = '',
): Promise<RunningProcess> {
  const command = [process.execPath, join(built, `${name}.js`), join(data, `${name}${mode}.db`), mode];
  return startProcess({ command: pinned(cores.server, command), cwd: root });
}

/** The bare servers beside which Hemat is measured. */
export async function ceilingCases(built: string, data: string) {
  const validate = await startCeiling(built, 'validate', data);
  const each = await startCeiling(built, 'redeem', data, 'each');
  const group = await startCeiling(built, 'redeem', data, 'group');
  return {
    bareSelect: selectCase(await startCeiling(built, 'select', data)),
    bareValidate: validateCase('bare SELECT + zod + key', validate),
    bareRedeemEach: redeemCase('bare redeem, one commit each', each),
    bareRedeemGroup: redeemCase('bare redeem, group commit', group),
  };
}

function selectCase(server: RunningProcess): Case {
  const body = JSON.stringify({ code: 'BENCH[code]', subtotal: benchSubtotal });
  const question = { method: 'POST' as const, path: '/validate', headers: json, body };
  return { name: 'bare SELECT', server, question, status: 200, isRight: givesTheDiscount };
}

/** A question about five lines, with a key that a server may look at. */
export function validateCase(name: string, server: RunningProcess): Case {
  const headers = { ...json, authorization: 'Bearer sk_bench' };
  const body = JSON.stringify({ code: 'BENCH[code]', ...benchCart });
  const question = { method: 'POST' as const, path: '/validate', headers, body };
  return { name, server, question, status: 200, isRight: givesTheDiscount };
}

function redeemCase(name: string, server: RunningProcess): Case {
  const body = JSON.stringify({ orderId: 'order-[n]', code: 'BENCH[code]', subtotal: benchSubtotal });
  const question = { method: 'POST' as const, path: '/redeem', headers: json, body };
  return { name, server, question, status: 201, isRight: (answer) => hasFields(answer, { created: true }) };
}

function givesTheDiscount(answer: unknown): boolean {
  return hasFields(answer, {
    applies: true,
    discountAmount: benchDiscount,
    total: benchSubtotal - benchDiscount,
  });
}

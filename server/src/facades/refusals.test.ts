import { genericReason, reasons } from '@hemat/shared';
import { errorStatus, type ErrorCode } from '@hemat/shared/schemas';
import { describe, expect, it } from 'vitest';
import type { AnswerStyle, Dialect, Stamp } from '../http/render.js';
import { forjioDialect } from './forjio/forjio-dialect.js';
import { mayarDialect } from './mayar/mayar-dialect.js';
import { portalReasons, riplloRefusals } from './ripllo/ripllo-refusals.js';
import { serrontRefusals } from './serront/serront-refusals.js';
import { storlaunchRefusals } from './storlaunch/storlaunch-refusals.js';

const call: Stamp = { requestId: 'req_1', at: 0, caller: null };
const style: AnswerStyle = { problem: false, acceptLanguage: undefined, currency: null };
// The table's keys are its codes.
const codes: readonly ErrorCode[] = [...(Object.keys(errorStatus) as ErrorCode[]), ...reasons];
const dialects: Readonly<Record<string, Dialect>> = {
  ripllo: forjioDialect(riplloRefusals),
  serront: forjioDialect(serrontRefusals),
  storlaunch: forjioDialect(storlaunchRefusals),
  'mayar v1': mayarDialect('Success'),
  'mayar v2': mayarDialect('success'),
};

/** What each system's documents and clients know. */
const known: readonly [string, Readonly<Record<string, string>>, readonly string[]][] = [
  [
    'ripllo',
    riplloRefusals.reasons,
    [
      'NOT_FOUND',
      'INACTIVE',
      'EXPIRED',
      'NOT_YET_ACTIVE',
      'CURRENCY_MISMATCH',
      'MIN_PURCHASE',
      'GLOBAL_LIMIT',
      'PER_CUSTOMER_LIMIT',
      'SCOPE_MISMATCH',
    ],
  ],
  [
    'storlaunch',
    storlaunchRefusals.reasons,
    [
      'NOT_FOUND',
      'INACTIVE',
      'NOT_YET_VALID',
      'EXPIRED',
      'MAX_USES_REACHED',
      'CUSTOMER_LIMIT_REACHED',
      'MIN_PURCHASE_NOT_MET',
      'SCOPE_MISMATCH',
      'CURRENCY_MISMATCH',
    ],
  ],
];

describe('the tables of the façades', () => {
  it.each(known)('give every reason a name that the clients of %s know, and use each', (_, table, names) => {
    expect(Object.keys(table).sort()).toEqual([...reasons, genericReason].sort());
    expect([...new Set(Object.values(table))].sort()).toEqual([...names].sort());
  });

  it('spell the reasons of the portal page in lower case', () => {
    expect(portalReasons).toMatchObject({
      EXPIRED: 'expired',
      MIN_PURCHASE_NOT_MET: 'min_purchase_not_met',
      MAX_USES_REACHED: 'out_of_uses',
      SCOPE_MISMATCH: 'scope_mismatch',
    });
    for (const name of Object.values(portalReasons)) expect(name).toMatch(/^[a-z_]+$/);
  });

  it.each(Object.entries(dialects))('say every refusal in the words of %s', (_, dialect) => {
    for (const code of codes) {
      const { status, body } = dialect.writeRefusal(call, { code }, style);
      expect(status, code).toBeGreaterThanOrEqual(400);
      const written = JSON.parse(body) as { error?: { code: string; message: string }; messages?: string };
      expect(written.error?.message ?? written.messages, code).toMatch(/\w/);
    }
  });

  it('mirror the status in the envelope of Mayar', () => {
    for (const code of codes) {
      const { status, body } = mayarDialect('success').writeRefusal(call, { code }, style);
      expect(JSON.parse(body), code).toMatchObject({ statusCode: status, data: null });
    }
  });
});

import type { Missing, Quote } from '@hemat/shared';
import {
  lockAnswer,
  missing,
  validateAnswer,
  type LockAnswer,
  type MissingOnWire,
} from '@hemat/shared/schemas';
import { z } from 'zod';
import { dataOf, type ApiAnswer } from '../../support/api-caller.js';

/** What must be the same wherever the question was answered. Amounts in minor units. */
export type Comparable =
  | { readonly refusal: string; readonly missing: readonly Missing[] }
  | {
      readonly figures: readonly number[];
      readonly currency: string;
      readonly codes: readonly (readonly [id: string, discountAmount: number, shippingDiscount: number])[];
      readonly allocations: readonly (readonly [lineId: string, amount: number])[];
    };

/** Of the rule core's own answer. */
export function ofQuote(quoted: Quote): Comparable {
  if (!quoted.applies) return { refusal: quoted.reason, missing: quoted.missing };
  return {
    figures: figuresOf(quoted),
    currency: quoted.currency,
    codes: quoted.codes.map(({ id, discountAmount, shippingDiscount }) => [
      id,
      discountAmount,
      shippingDiscount,
    ]),
    allocations: quoted.allocations.map(({ lineId, amount }) => [lineId, amount]),
  };
}

/** Of an answer of validate. */
export function ofValidate(answer: ApiAnswer): Comparable {
  const answered = validateAnswer.parse(dataOf(answer));
  if (!answered.applies) return { refusal: answered.reason, missing: answered.missing.map(fromWire) };
  return {
    figures: figuresOf(answered),
    currency: answered.currency,
    codes: answered.codes.map(({ id, discountAmount, shippingDiscount }) => [
      id,
      discountAmount,
      shippingDiscount,
    ]),
    allocations: answered.allocations.map(({ lineId, amount }) => [lineId, amount]),
  };
}

/** Of an answer of lock: its figures, and what the stored rows say each line bears. */
export function ofLock(answer: ApiAnswer): Comparable {
  if (answer.status === 422) return { refusal: answer.error?.code ?? '', missing: missingOf(answer) };
  const locked = lockAnswer.parse(dataOf(answer));
  return {
    figures: figuresOf(locked),
    currency: locked.currency,
    codes: locked.redemptions.map((row) => [row.discountCodeId, row.discountAmount, row.shippingDiscount]),
    allocations: sumByLine(locked),
  };
}

interface Money {
  readonly subtotal: number;
  readonly shippingAmount: number;
  readonly discountAmount: number;
  readonly shippingDiscount: number;
  readonly total: number;
}

function figuresOf({ subtotal, shippingAmount, discountAmount, shippingDiscount, total }: Money): number[] {
  return [subtotal, shippingAmount, discountAmount, shippingDiscount, total];
}

/** By line in the order of the rows; each row's units must add up to its line. */
function sumByLine({ redemptions }: LockAnswer): [string, number][] {
  const sums = new Map<string, number>();
  for (const { lineId, amount, unitShares } of redemptions.flatMap(({ allocations }) => allocations)) {
    const units = unitShares.reduce((sum, share) => sum + share.units * share.amount, 0);
    if (units !== amount) throw new Error(`The units of line ${lineId} bear ${units}, the line ${amount}.`);
    sums.set(lineId, (sums.get(lineId) ?? 0) + amount);
  }
  return [...sums].filter(([, amount]) => amount > 0);
}

const refusalDetails = z.object({ missing: z.array(missing).default([]) });

function missingOf({ error }: ApiAnswer): Missing[] {
  return refusalDetails.parse(error?.details ?? {}).missing.map(fromWire);
}

function fromWire(given: MissingOnWire): Missing {
  return given.kind === 'startsAt' ? { kind: 'startsAt', at: Date.parse(given.at) } : given;
}

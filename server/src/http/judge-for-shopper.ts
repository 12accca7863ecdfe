import { cartFromInput, genericReason } from '@hemat/shared';
import type { PublicValidateInput, ValidateAnswer } from '@hemat/shared/schemas';
import { askedCodes } from '../services/asked-codes.js';
import type { CallDeps } from '../services/deps.js';
import { done, type Outcome } from '../services/outcome.js';
import { validateCodes, type ValidateVerdict } from '../services/validate-codes.js';
import type { CallContext } from './call.js';
import { clientIp, limitKey } from './client-ip.js';
import { headerOf } from './header-of.js';
import { hideDuration } from './hide-duration.js';
import type { Limits } from './limits.js';
import { hideReason, isTelling, writeSentence } from './write-sentence.js';

/**
 * The verdict as a browser may know it. An unknown code is a miss of its address and its workspace; above the workspace's limit,
 * and always where the workspace says so, nothing tells whether a code exists: then each hidden reason is a miss like the
 * others, and all of them take the same time.
 */
export async function judgeForShopper(
  c: CallContext,
  deps: CallDeps,
  body: PublicValidateInput,
): Promise<Outcome<ValidateAnswer>> {
  const startedAt = performance.now();
  const { limits } = c.get('call').app;
  const isGeneric = deps.workspace.publicReasons === 'generic';
  const guessed = limits === null ? null : await findGuess(c, limits, deps, body);
  const judged = guessed === null ? await validateCodes(deps, { audience: 'public', body }) : done(guessed);
  if (!judged.ok) return judged;
  const verdict = judged.value;
  const isUnknown = guessed !== null || (!verdict.applies && verdict.reason === 'CODE_NOT_FOUND');
  const isMiss = isUnknown || (isGeneric && isTelling(verdict));
  const isOver = isMiss && limits !== null && (await countMiss(c, limits, deps.workspace.id));
  const told = isGeneric || isOver ? hideReason(verdict) : verdict;
  if (isGeneric && isMiss) await hideDuration(startedAt);
  return done(writeSentence(told, headerOf(c, 'accept-language'), deps.workspace));
}

/** The neutral answer to a guess, without a read, while too many are guessing; null where the codes may exist. */
async function findGuess(
  c: CallContext,
  limits: Limits,
  { workspace, now }: CallDeps,
  body: PublicValidateInput,
): Promise<ValidateVerdict | null> {
  if (!(await limits.workspaceMisses.look(workspace.id)).isOver) return null;
  const { knownCodes } = c.get('call').app;
  for (const { typed, key } of askedCodes(body)) {
    if (key !== null && (await knownCodes.mayExist(workspace.id, key))) continue;
    const { currency, subtotal, shippingAmount } = cartFromInput(body, workspace.defaultCurrency);
    return {
      applies: false,
      reason: genericReason,
      code: typed,
      missing: [],
      currency,
      subtotal,
      shippingAmount,
      discountAmount: 0,
      shippingDiscount: 0,
      total: subtotal + shippingAmount,
      serverTime: new Date(now()).toISOString(),
    };
  }
  return null;
}

/** Whether the workspace's limit is passed with this miss. */
async function countMiss(c: CallContext, limits: Limits, workspaceId: string): Promise<boolean> {
  await limits.misses.take(limitKey(clientIp(c)));
  return (await limits.workspaceMisses.take(workspaceId)).isOver;
}

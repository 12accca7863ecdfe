import type { PublicValidateInput, ValidateAnswer } from '@hemat/shared/schemas';
import type { CallDeps } from '../services/deps.js';
import { done, type Outcome } from '../services/outcome.js';
import { validateCodes } from '../services/validate-codes.js';
import type { CallContext } from './call.js';
import { clientIp, limitKey } from './client-ip.js';
import { hideReason, writeSentence } from './write-sentence.js';
import { headerOf } from './header-of.js';

/**
 * The verdict as a browser may know it. An unknown code is a miss of its address and its workspace; above the workspace's limit,
 * and always where the workspace says so, nothing tells whether a code exists.
 */
export async function judgeForShopper(
  c: CallContext,
  deps: CallDeps,
  body: PublicValidateInput,
): Promise<Outcome<ValidateAnswer>> {
  const judged = await validateCodes(deps, { audience: 'public', body });
  if (!judged.ok) return judged;
  const verdict = judged.value;
  const isMiss = !verdict.applies && verdict.reason === 'CODE_NOT_FOUND';
  const isUnderAttack = isMiss && (await countMiss(c, deps.workspace.id));
  const isHidden = deps.workspace.publicReasons === 'generic' || isUnderAttack;
  const told = isHidden ? hideReason(verdict) : verdict;
  return done(writeSentence(told, headerOf(c, 'accept-language'), deps.workspace));
}

/** Whether the workspace's limit is passed with this miss. */
async function countMiss(c: CallContext, workspaceId: string): Promise<boolean> {
  const { limits } = c.get('call').app;
  if (limits === null) return false;
  await limits.misses.take(limitKey(clientIp(c)));
  return (await limits.workspaceMisses.take(workspaceId)).isOver;
}

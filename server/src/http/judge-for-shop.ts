import type { ValidateAnswer, ValidateInput } from '@hemat/shared/schemas';
import type { CallDeps } from '../services/deps.js';
import { done, type Outcome } from '../services/outcome.js';
import { validateCodes } from '../services/validate-codes.js';
import type { CallContext } from './call.js';
import { writeSentence } from './write-sentence.js';
import { headerOf } from './header-of.js';

/** The verdict as a shop's back end may know it, with the shopper's sentence. */
export async function judgeForShop(
  c: CallContext,
  deps: CallDeps,
  body: ValidateInput,
): Promise<Outcome<ValidateAnswer>> {
  const judged = await validateCodes(deps, { audience: 'secret', body });
  if (!judged.ok) return judged;
  return done(writeSentence(judged.value, headerOf(c, 'accept-language'), deps.workspace));
}

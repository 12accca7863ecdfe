import { done, type Outcome } from '../outcome.js';
import { refuseInvalid } from '../refuse-invalid.js';
import { judgeTargetUrl, type WebhookTargets } from './judge-target-url.js';

/** The URL as it is kept, or a `VALIDATION_ERROR` that says why nothing is sent there. */
export function takeTargetUrl(text: string, targets: WebhookTargets): Outcome<string> {
  const judged = judgeTargetUrl(text, targets);
  if (judged.ok) return done(judged.url.href);
  return refuseInvalid([{ path: ['url'], code: 'custom', message: judged.message }]);
}

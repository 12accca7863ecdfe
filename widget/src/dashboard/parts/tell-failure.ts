import type { App } from '../core/app.js';
import type { Failure } from '../core/failure.js';
import { failureSentence } from './failure-note.js';

/** Says at the edge of the page what went wrong; null (a call that was ended on purpose): nothing. */
export function tellFailure(
  { language, notify }: Pick<App, 'language' | 'notify'>,
  failure: Failure | null,
): void {
  if (failure !== null) notify({ text: failureSentence(failure, language), kind: 'failed' });
}

import { canonicalCode } from '@hemat/shared';
import type { Draft } from './draft.js';

/** What a merchant should think about twice. */
export type Warning = 'publicWithoutEnd' | 'everythingFree' | 'easyToGuess';

const shortest = 6;

/** What is allowed but often a mistake: a public code that never ends, a whole cart for nothing, a private code of few characters. */
export function warningsOf(draft: Draft): Warning[] {
  const isReusable = draft.kind === 'reusable';
  const canonical = canonicalCode(draft.code);
  const length = canonical.ok ? [...canonical.key].length : 0;
  const hasCap = draft.maxDiscountAmount.trim() !== '' || draft.maxUsesTotal.trim() !== '';
  return [
    ...when('publicWithoutEnd', isReusable && draft.public && draft.validThrough === ''),
    ...when('everythingFree', draft.type === 'percent' && Number(draft.value) === 100 && !hasCap),
    ...when('easyToGuess', isReusable && !draft.public && length > 0 && length < shortest),
  ];
}

function when(warning: Warning, holds: boolean): Warning[] {
  return holds ? [warning] : [];
}

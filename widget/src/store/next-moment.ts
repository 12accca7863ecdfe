import type { Model } from './model.js';

/** When the clock alone next changes something: a code starts or ends, or a signature wants renewal; epoch ms, `null` for never. */
export function nextMoment({ now, held, signed, promos }: Model): number | null {
  const rules = [...held, ...(promos.kind === 'listed' ? promos.items : [])].map(({ rule }) => rule);
  const moments = [...rules.flatMap(({ startsAt, expiresAt }) => [startsAt, expiresAt]), signed?.expiresAt];
  const ahead = moments.filter((moment): moment is number => moment != null && moment > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** Why nothing was done. */
export interface Refusal {
  /** The reason or error code. */
  readonly refused: string;
  readonly field?: string;
  readonly missing?: unknown;
  readonly conflict?: true;
  readonly details?: unknown;
}

/** A refusal with what it says beside its code. */
export function refuse(refused: string, rest: Omit<Refusal, 'refused'> = {}): Refusal {
  return { refused, ...rest };
}

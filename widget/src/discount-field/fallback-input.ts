/** What the plain input held when the element took its place. */
export interface Fallback {
  readonly value: string;
  readonly hadFocus: boolean;
}

/**
 * Takes the place of the plain input between a field's tags, which works as long as no script does: its text is handed over and
 * it goes, as it would post a second time beside the element. `null` where there is none.
 */
export function takeFallback(field: Element): Fallback | null {
  const inputs = [...field.querySelectorAll('input')].filter((input) => !input.closest('[slot]'));
  const [first] = inputs;
  if (!first) return null;
  const fallback = { value: first.value, hadFocus: inputs.some((input) => input.matches(':focus')) };
  for (const input of inputs) input.remove();
  return fallback;
}

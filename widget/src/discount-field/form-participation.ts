/** What a form sees of the field. */
export interface FormView {
  readonly name: string | null;
  /** The applied codes. */
  readonly codes: readonly string[];
  readonly signedQuote: string | null;
  /** What stands in the input. */
  readonly typed: string;
  /** Says what is missing where the field is required; `null` where nothing is. */
  readonly fault: string | null;
  /** Where the browser points when it complains. */
  readonly anchor: HTMLElement | null;
  /** The name of the state, for `:state()`. */
  readonly state: string;
}

/** What outlives a page that the browser restores. */
export interface RestoredField {
  readonly typed: string;
  readonly codes: readonly string[];
}

/**
 * Speaks for a field in its form: posts `name=CODE` for each applied code and `name-quote` while the signed quote is fresh, and
 * nothing before a code applies.
 */
export class FormParticipation {
  /** What the browser knows of the field: its form, and what that would complain about. */
  readonly internals: ElementInternals;

  constructor(host: HTMLElement) {
    this.internals = host.attachInternals();
  }

  /** The text of the labels outside the element that point at it. */
  get labelText(): string {
    const labels = [...this.internals.labels];
    return labels
      .map((label) => label.textContent?.trim() ?? '')
      .join(' ')
      .trim();
  }

  /** Brings the form up to date. */
  show({ name, codes, signedQuote, typed, fault, anchor, state }: FormView): void {
    const restored: RestoredField = { typed, codes };
    this.internals.setFormValue(entries(name, codes, signedQuote), JSON.stringify(restored));
    this.internals.setValidity(fault ? { valueMissing: true } : {}, fault ?? '', anchor ?? undefined);
    this.#showState(state);
  }

  #showState(state: string): void {
    const { states } = this.internals;
    try {
      states.clear();
      states.add(state);
    } catch {
      // Browsers before :state() have no custom states or want dashes; the attribute says the same.
    }
  }
}

/** The state that `show` left for the browser to restore; `null` for any other text. */
export function readRestored(text: unknown): RestoredField | null {
  try {
    const { typed, codes } = JSON.parse(String(text));
    return typeof typed === 'string' && Array.isArray(codes) ? { typed, codes: codes.map(String) } : null;
  } catch {
    return null;
  }
}

function entries(name: string | null, codes: readonly string[], signedQuote: string | null): FormData | null {
  if (!name) return null;
  const data = new FormData();
  for (const code of codes) data.append(name, code);
  if (signedQuote) data.append(`${name}-quote`, signedQuote);
  return data;
}

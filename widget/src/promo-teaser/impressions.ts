/** Tells once of each promo that has come into view by half. */
export class Impressions {
  readonly #seen = new Set<string>();
  readonly #observer: IntersectionObserver;

  constructor(tell: (code: string) => void) {
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const code = target.getAttribute('data-code');
          if (!isIntersecting || code === null || this.#seen.has(code)) continue;
          this.#seen.add(code);
          tell(code);
        }
      },
      { threshold: 0.5 },
    );
  }

  /** Watches these elements and no others. */
  watch(elements: Iterable<Element>): void {
    this.#observer.disconnect();
    for (const element of elements)
      if (!this.#seen.has(element.getAttribute('data-code') ?? '')) this.#observer.observe(element);
  }
}

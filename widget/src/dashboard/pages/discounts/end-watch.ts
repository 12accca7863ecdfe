import type { LitElement, ReactiveController } from 'lit';

/** Calls back when the element with `data-end` comes near the window, and again after an update while it stays there. */
export class EndWatch implements ReactiveController {
  readonly #host: LitElement;
  readonly #reach: () => void;
  #observer: IntersectionObserver | undefined;

  constructor(host: LitElement, reach: () => void) {
    this.#host = host;
    this.#reach = reach;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#observer?.disconnect();
    const end = this.#host.renderRoot.querySelector('[data-end]');
    if (end === null) return;
    // A new observer reports at once, so a list that is still short goes on by itself.
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#reach();
      },
      { rootMargin: '800px' },
    );
    this.#observer.observe(end);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}

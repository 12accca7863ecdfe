import type { LitElement, ReactiveController } from 'lit';

/** How far outside the window a block still has its rows. */
const margin = '1500px';

/**
 * Which blocks of a long list are near the window. Far ones are shown by their height alone, so that a list of a hundred thousand
 * rows costs what a screenful costs. Blocks are elements with `data-block`.
 */
export class BlockWindow implements ReactiveController {
  readonly #host: LitElement;
  readonly #seen = new Set<Element>();
  readonly #heights = new Map<number, number>();
  readonly #near = new Set<number>();
  #observer: IntersectionObserver | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The height of a far block, px; null: the block is near, show its rows. */
  heightOf(block: number): number | null {
    return this.#near.has(block) ? null : (this.#heights.get(block) ?? null);
  }

  /** The blocks are those of another list now. */
  forget(): void {
    this.#heights.clear();
    this.#near.clear();
  }

  hostUpdated(): void {
    this.#observer ??= new IntersectionObserver((entries) => this.#look(entries), { rootMargin: margin });
    for (const element of this.#seen) if (!element.isConnected) this.#leave(element);
    for (const element of this.#host.renderRoot.querySelectorAll('[data-block]')) {
      if (this.#seen.has(element)) continue;
      this.#seen.add(element);
      this.#observer.observe(element);
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#seen.clear();
  }

  #leave(element: Element): void {
    this.#seen.delete(element);
    this.#observer?.unobserve(element);
  }

  #look(entries: readonly IntersectionObserverEntry[]): void {
    let isChanged = false;
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const block = Number(target.getAttribute('data-block'));
      if (isIntersecting === this.#near.has(block)) continue;
      isChanged = true;
      if (isIntersecting) this.#near.add(block);
      else {
        this.#near.delete(block);
        this.#heights.set(block, boundingClientRect.height);
      }
    }
    if (isChanged) this.#host.requestUpdate();
  }
}

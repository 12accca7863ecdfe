import type { LitElement, ReactiveController } from 'lit';

/** How far outside the window blocks still have their rows, px. */
const margin = 1500;

/** What a block that was never drawn is taken for where no other was drawn either, px. */
const unknownHeight = 2500;

/** A block that is drawn, by its place among all, or the space in px that stands for those that are not. */
export type Segment = { readonly block: number } | { readonly gap: number };

/**
 * Draws the blocks of a long list that are near the window, and the one with the focus, so that a list of a hundred thousand rows
 * costs what a screenful costs. A drawn block is an element with `data-block`; the element that the list begins with has `data-list`.
 */
export class BlockWindow implements ReactiveController {
  readonly #host: LitElement;
  readonly #heights: () => Map<number, number>;
  #count = 0;
  #drawn = '';
  /** Where the list begins, px from the top of the page. */
  #top = 0;
  /** How far the page is scrolled, px. */
  #place = 0;
  #frame = 0;
  #focused: Element | null = null;

  /** `heights` are those of the blocks as they were last drawn, px; they may outlive the host. Asked each time, as lists change. */
  constructor(host: LitElement, heights: () => Map<number, number>) {
    this.#host = host;
    this.#heights = heights;
    host.addController(this);
  }

  /** What to draw of a list of `count` blocks, in its order. */
  segments(count: number): readonly Segment[] {
    this.#count = count;
    const segments = this.#divide();
    this.#drawn = blocksOf(segments);
    return segments;
  }

  /** Has the list drawn as it looks where the page is about to be scrolled to, px. */
  lookAt(place: number): void {
    this.#place = place;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    addEventListener('scroll', this.#lookSoon, { passive: true });
    addEventListener('resize', this.#lookSoon);
  }

  hostDisconnected(): void {
    removeEventListener('scroll', this.#lookSoon);
    removeEventListener('resize', this.#lookSoon);
    cancelAnimationFrame(this.#frame);
  }

  hostUpdate(): void {
    this.#focused = this.#findFocused();
  }

  hostUpdated(): void {
    // A block that was moved among the others has lost it.
    if (this.#focused instanceof HTMLElement && this.#findFocused() === null)
      this.#focused.focus({ preventScroll: true });
    this.#lookSoon();
  }

  readonly #lookSoon = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#measure();
      if (blocksOf(this.#divide()) !== this.#drawn) this.#host.requestUpdate();
    });
  };

  /** Also what is drawn already: another width gives it another height. */
  #measure(): void {
    const { renderRoot } = this.#host;
    this.#place = scrollY;
    const list = renderRoot.querySelector('[data-list]');
    if (list !== null) this.#top = list.getBoundingClientRect().bottom + scrollY;
    for (const block of renderRoot.querySelectorAll('[data-block]'))
      this.#heights().set(Number(block.getAttribute('data-block')), block.getBoundingClientRect().height);
  }

  #divide(): readonly Segment[] {
    const from = this.#place - this.#top - margin;
    const to = this.#place - this.#top + innerHeight + margin;
    const heights = this.#heights();
    const [usual = unknownHeight] = heights.values();
    const focused = this.#findFocused()?.closest('[data-block]')?.getAttribute('data-block');
    const segments: Segment[] = [];
    let top = 0;
    let gap = 0;
    for (let block = 0; block < this.#count; block += 1) {
      const height = heights.get(block) ?? usual;
      if ((top + height > from && top < to) || String(block) === focused) {
        if (gap > 0) segments.push({ gap });
        segments.push({ block });
        gap = 0;
      } else gap += height;
      top += height;
    }
    return gap > 0 ? [...segments, { gap }] : segments;
  }

  /** Its block stays, so that the keyboard goes on from there. */
  #findFocused(): Element | null {
    const { renderRoot } = this.#host;
    return renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
  }
}

function blocksOf(segments: readonly Segment[]): string {
  return segments.map((segment) => ('block' in segment ? segment.block : '-')).join();
}

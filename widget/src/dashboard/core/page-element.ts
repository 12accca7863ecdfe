import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { baseStyles } from '../styles/base-styles.js';
import type { App } from './app.js';
import type { Listenable } from './listenable.js';

/** A page: shows what its store holds, in the language of the application. Fires `hemat-shown` each time it has. */
export abstract class PageElement<PageStore extends Listenable> extends LitElement {
  static override styles = [baseStyles];
  static override properties: PropertyDeclarations = {
    app: { attribute: false },
    store: { attribute: false },
  };

  /** What the page runs in. */
  declare app: App;
  /** What the page shows. */
  declare store: PageStore;

  #leave: (() => void) | undefined;
  #isHeadingWanted = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#listen();
  }

  override disconnectedCallback(): void {
    this.#leave?.();
    super.disconnectedCallback();
  }

  /** Puts the focus on the page's heading as soon as there is one, so that a reader starts there after a navigation. */
  focusHeading(): void {
    this.#isHeadingWanted = true;
    this.requestUpdate();
  }

  /** Scrolls to where the page was left, px, and puts the focus back. */
  async returnTo(top: number): Promise<void> {
    await this.updateComplete;
    scrollTo(0, top);
    this.takeFocusBack();
  }

  protected takeFocusBack(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('store')) this.#listen();
  }

  protected override updated(_changed: PropertyValues): void {
    this.dispatchEvent(new Event('hemat-shown', { bubbles: true, composed: true }));
    const heading = this.#isHeadingWanted ? this.renderRoot.querySelector<HTMLElement>('h1') : null;
    if (heading === null) return;
    this.#isHeadingWanted = false;
    heading.focus();
  }

  /** What the page shows beside its store's own state. */
  protected lists(): readonly Listenable[] {
    return [];
  }

  #listen(): void {
    this.#leave?.();
    const leave = [this.store, ...this.lists()].map((one) => one.subscribe(() => this.requestUpdate()));
    this.#leave = () => leave.forEach((stop) => stop());
  }
}

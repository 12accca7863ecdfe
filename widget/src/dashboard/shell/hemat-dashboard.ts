import { html, LitElement, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { followedLink, hrefOf, placeOf } from '../core/place.js';
import { PageElement } from '../core/page-element.js';
import { failureNote } from '../parts/failure-note.js';
import { emptyState, emptyStyles } from '../parts/empty-state.js';
import { baseStyles } from '../styles/base-styles.js';
import { controlStyles } from '../styles/control-styles.js';
import { shellTexts } from '../texts/shell.js';
import { DashboardStore } from './dashboard-store.js';
import { noticesTemplate } from './notices-template.js';
import { PageSwitch } from './page-switch.js';
import { shellStyles } from './shell-styles.js';
import { barTemplate, sideTemplate } from './side-template.js';

/** The merchant's application: signs in, shows the frame, and in it the page of the window's address. */
export class HematDashboard extends LitElement {
  static override styles = [baseStyles, controlStyles, emptyStyles, shellStyles];

  readonly #store = new DashboardStore(() => this.#enter());
  readonly #pages = new PageSwitch(this.#store);
  #shown: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#store.subscribe(() => this.requestUpdate());
    this.addEventListener('click', this.#followLink);
    this.addEventListener('hemat-shown', this.#nameWindow);
    addEventListener('popstate', () => void this.#pages.follow('travel'));
    void this.#store.start();
  }

  protected override render(): TemplateResult {
    const { stage, language } = this.#store.state;
    const texts = shellTexts[language];
    switch (stage.at) {
      case 'starting':
        return html`<main class="lone" aria-busy="true"><p class="quiet">${texts.loading}</p></main>`;
      case 'failed':
        return html`<main class="lone">
          ${failureNote(stage.failure, language, () => void this.#store.start())}
        </main>`;
      case 'entrance':
        return html`<main class="lone">
          <hemat-entrance .language=${language} .store=${stage.entrance}></hemat-entrance>
        </main>`;
      case 'homeless':
        return html`<main class="lone"><p>${texts.noWorkspace}</p></main>`;
      case 'working':
        return this.#frame();
    }
  }

  protected override updated(): void {
    this.#nameWindow();
    const { middle, stage } = this.#store.state;
    if (stage.at !== 'working' || middle.shows !== 'page' || middle.page === this.#shown) return;
    const isFirst = this.#shown === null;
    this.#shown = middle.page;
    const element = this.renderRoot.querySelector('main > *');
    if (isFirst || !(element instanceof PageElement)) return;
    if (middle.leftAt === null) element.focusHeading();
    else void element.returnTo(middle.leftAt);
  }

  /** A page may learn its title only from the service. */
  readonly #nameWindow = (): void => {
    const { middle, language, stage } = this.#store.state;
    const { product } = shellTexts[language];
    const page = stage.at === 'working' && middle.shows === 'page' ? middle.page : null;
    document.title = page === null ? product : `${page.title(language)} · ${product}`;
  };

  #frame(): TemplateResult {
    const { state } = this.#store;
    const texts = shellTexts[state.language];
    const acts = {
      toggleMenu: () => this.#store.send({ type: 'menu', isOpen: !this.#store.state.isMenuOpen }),
      speak: this.#store.speak.bind(this.#store),
      switchTo: (workspaceId: string) => void this.#store.switchTo(workspaceId),
      signOut: () => void this.#store.signOut(),
    };
    return html`<div class="frame">
        <header>
          <a class="skip" href="#content" @click=${this.#skip}>${texts.skip}</a>
          ${barTemplate(state, acts)}
        </header>
        ${sideTemplate(state, acts)}
        <main id="content" ?inert=${state.isMenuOpen}>${this.#middle()}</main>
      </div>
      ${noticesTemplate(state, (id) => this.#store.send({ type: 'forgot', id }))}`;
  }

  #middle(): TemplateResult | unknown {
    const { middle, language } = this.#store.state;
    const texts = shellTexts[language];
    const app = this.#store.app(this.#pages.navigate);
    switch (middle.shows) {
      case 'loading':
        return html`<p class="quiet">${texts.loading}</p>`;
      case 'failed':
        return failureNote(middle.failure, language, () => void this.#pages.follow('push'));
      case 'missing':
        return emptyState({
          sign: 'question',
          title: texts.notFound,
          text: texts.notFoundText,
          action: html`<wa-button href=${hrefOf('/discounts')}>${texts.toDiscounts}</wa-button>`,
        });
      case 'page':
        return app === null ? null : keyed(middle.page, middle.page.render(app));
    }
  }

  #enter(): void {
    this.#pages.close();
    void this.#pages.follow('push');
  }

  readonly #followLink = (event: MouseEvent): void => {
    const url = followedLink(event);
    const place = url === null ? null : placeOf(url);
    if (url === null || place === null) return;
    event.preventDefault();
    this.#pages.navigate(`${url.pathname.slice(hrefOf('').length)}${url.search}`);
  };

  /** The target lies in this element's own tree, where the browser does not look for it. */
  #skip(event: Event): void {
    event.preventDefault();
    const content = this.renderRoot.querySelector<HTMLElement>('#content');
    content?.setAttribute('tabindex', '-1');
    content?.focus();
  }
}

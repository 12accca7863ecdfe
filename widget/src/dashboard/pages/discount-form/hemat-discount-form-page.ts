import { css, html, type TemplateResult } from 'lit';
import { mayEdit } from '../../core/app.js';
import { notAllowed } from '../../core/failure.js';
import { PageElement } from '../../core/page-element.js';
import { hrefOf } from '../../core/place.js';
import { failureNote } from '../../parts/failure-note.js';
import { submitOnEnter } from '../../parts/form/submit-on-enter.js';
import { icon } from '../../parts/icons.js';
import { pageHead, pageHeadStyles } from '../../parts/page-head.js';
import { baseStyles } from '../../styles/base-styles.js';
import { controlStyles } from '../../styles/control-styles.js';
import type { FormStore } from './form-store.js';
import type { FormView } from './form-view.js';
import { givesSection } from './gives-section.js';
import { kindSection } from './kind-section.js';
import { previewSection, previewStyles } from './preview-section.js';
import { shownSection } from './shown-section.js';
import { texts } from './texts.js';
import { warningsOf } from './warnings.js';
import { whenSection } from './when-section.js';
import { whoSection } from './who-section.js';

/** The form of a code, new or existing, with what it would give beside it. */
export class HematDiscountFormPage extends PageElement<FormStore> {
  static override styles = [
    baseStyles,
    controlStyles,
    pageHeadStyles,
    previewStyles,
    css`
      .columns {
        display: grid;
        gap: 1.25rem;
        grid-template-columns: minmax(0, 1fr) 19rem;
        align-items: start;
      }
      .beside {
        position: sticky;
        inset-block-start: 1.25rem;
        display: grid;
        gap: 1rem;
      }
      .start {
        justify-self: start;
        margin-block-start: -0.5rem;
      }
      .warning {
        display: flex;
        gap: 0.625rem;
        padding: 0.75rem 1rem;
        border-radius: 0.75rem;
        background: var(--wa-color-warning-fill-quiet);
        color: var(--wa-color-warning-on-quiet);
        font-size: 0.9375rem;
      }
      @media (width < 62rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
        .beside {
          position: static;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    const words = texts[this.app.language];
    const { state } = this.store;
    const { edited, failure, phase } = state;
    const up = { path: '/discounts', label: words.up };
    const title =
      edited === null ? words.createTitle : words.editTitle(edited.code ?? edited.name ?? words.batch);
    if (!mayEdit(this.app))
      return html`${pageHead({ title, up })} ${failureNote(notAllowed, this.app.language)}`;
    if (phase === 'loading') return html`<p class="quiet" role="status">${words.loading}</p>`;
    if (phase === 'missing' && failure !== null)
      return html`${pageHead({ title: words.editTitle(''), up })} ${failureNote(failure, this.app.language)}`;
    const view: FormView = { app: this.app, words, state, change: this.store.change };
    return html`${pageHead({ title, up })}
      <form novalidate @submit=${this.#submit}>
        <div class="columns">
          <div class="stack">
            ${kindSection(view)} ${givesSection(view)} ${whenSection(view)} ${whoSection(view)}
            ${shownSection(view)} ${this.#verdict(view)} ${this.#buttons(view)}
          </div>
          <div class="beside">
            ${warningsOf(state.draft).map(
              (warning) =>
                html`<p class="warning" role="note">${icon('warning')} ${words.warnings[warning]}</p>`,
            )}
            ${previewSection(view, Date.now(), (sample) => this.store.send({ type: 'tried', sample }))}
          </div>
        </div>
      </form>`;
  }

  /** What came back from the service, where it was not the code. */
  #verdict({ words, state }: FormView): TemplateResult | null {
    if (state.failure !== null) return failureNote(state.failure, this.app.language);
    return Object.keys(state.faults).length === 0
      ? null
      : html`<wa-callout variant="danger" role="alert">${words.refused}</wa-callout>`;
  }

  #buttons({ words, state }: FormView): TemplateResult {
    const { edited, phase } = state;
    const back = edited === null ? '/discounts' : `/discounts/${edited.id}`;
    return html`<div class="row">
      ${submitOnEnter}
      <wa-button variant="brand" type="submit" ?loading=${phase === 'saving'}
        >${edited === null ? words.create : words.save}</wa-button
      >
      <wa-button appearance="plain" href=${hrefOf(back)}>${words.cancel}</wa-button>
    </div>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    await this.store.save();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
}

import { css, html, type TemplateResult } from 'lit';
import { PageElement } from '../../core/page-element.js';
import { failureNote } from '../../parts/failure-note.js';
import { areaField, textField } from '../../parts/form/field.js';
import { submitOnEnter } from '../../parts/form/submit-on-enter.js';
import { pageHead, pageHeadStyles } from '../../parts/page-head.js';
import { baseStyles } from '../../styles/base-styles.js';
import { controlStyles } from '../../styles/control-styles.js';
import { answerStyles, answerTemplate } from './answer-template.js';
import type { Texts } from './texts-en.js';
import { texts } from './texts.js';
import type { WhyStore } from './why-store.js';

/** Runs every check of a code on a pasted cart and says where it stopped. */
export class HematWhyPage extends PageElement<WhyStore> {
  static override styles = [
    baseStyles,
    controlStyles,
    pageHeadStyles,
    answerStyles,
    css`
      .columns {
        display: grid;
        gap: 1.25rem;
        grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
        align-items: start;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { app, store } = this;
    const words = texts[app.language];
    const { answer, failure } = store.state;
    return html`${pageHead({ title: words.title, lead: words.lead })}
      <div class="columns">
        ${this.#form(words)}
        ${
          failure !== null
            ? html`<div class="stack">${failureNote(failure, app.language)} ${this.#cartFaults(words)}</div>`
            : answer === null
              ? null
              : answerTemplate(app, words, answer)
        }
      </div>`;
  }

  #form(words: Texts): TemplateResult {
    const { asked, isAsking, isCartUnreadable, isCodeMissing } = this.store.state;
    const { type } = this.store;
    return html`<form class="card stack" novalidate @submit=${this.#submit}>
      ${textField({
        id: 'codes',
        label: words.codes,
        hint: words.codesHint,
        fault: isCodeMissing ? words.codesMissing : undefined,
        value: asked.codes,
        isCode: true,
        change: (codes) => type({ codes }),
      })}
      ${areaField({
        id: 'cart',
        label: words.cart,
        hint: words.cartHint,
        fault: isCartUnreadable ? words.cartUnreadable : undefined,
        value: asked.cart,
        isCode: true,
        rows: 12,
        change: (cart) => type({ cart }),
      })}
      ${textField({
        id: 'customerId',
        label: words.customerId,
        hint: words.customerIdHint,
        value: asked.customerId,
        change: (customerId) => type({ customerId }),
      })}
      <div>
        ${submitOnEnter}<wa-button variant="brand" type="submit" ?loading=${isAsking}>${words.ask}</wa-button>
      </div>
    </form>`;
  }

  /** Where the service finds the cart itself wrong, it names the places. */
  #cartFaults(words: Texts): TemplateResult | null {
    const faults = Object.entries(this.store.state.failure?.fields ?? {});
    return faults.length === 0
      ? null
      : html`<div class="card">
          <p>${words.badCart}</p>
          <ul>
            ${faults.map(([path, message]) => html`<li><code>${path}</code> ${message}</li>`)}
          </ul>
        </div>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    await this.store.ask();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
}

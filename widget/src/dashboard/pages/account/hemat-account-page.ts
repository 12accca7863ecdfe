import { css, html, type TemplateResult } from 'lit';
import { PageElement } from '../../core/page-element.js';
import { failureNote } from '../../parts/failure-note.js';
import { textField } from '../../parts/form/field.js';
import { submitOnEnter } from '../../parts/form/submit-on-enter.js';
import { pageHead, pageHeadStyles } from '../../parts/page-head.js';
import { baseStyles } from '../../styles/base-styles.js';
import { controlStyles } from '../../styles/control-styles.js';
import type { AccountStore } from './account-store.js';
import type { Texts } from './texts-en.js';
import { texts } from './texts.js';

/** What a person keeps for themselves: the password and their sessions. */
export class HematAccountPage extends PageElement<AccountStore> {
  static override styles = [
    baseStyles,
    controlStyles,
    pageHeadStyles,
    css`
      .card {
        max-inline-size: 32rem;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const words = texts[this.app.language];
    return html`${pageHead({ title: words.title })}
      <div class="stack">
        ${this.#passwordForm(words)}
        <section class="card stack">
          <h2>${words.everywhereTitle}</h2>
          <p>${words.everywhereText}</p>
          <div>
            <wa-button
              variant="danger"
              appearance="outlined"
              @click=${() => void this.store.signOutEverywhere()}
              >${words.everywhere}</wa-button
            >
          </div>
        </section>
      </div>`;
  }

  #passwordForm(words: Texts): TemplateResult {
    const { store } = this;
    const { currentPassword, newPassword, failure, isBusy } = store.state;
    const isOfField = failure !== null && 'newPassword' in failure.fields;
    const submit = (event: Event) => {
      event.preventDefault();
      void store.changePassword(words.changed);
    };
    return html`<form class="card stack" novalidate @submit=${submit}>
      <h2>${words.passwordTitle}</h2>
      ${textField({
        id: 'currentPassword',
        label: words.current,
        type: 'password',
        autocomplete: 'current-password',
        value: currentPassword,
        change: (typed) => store.send({ type: 'typed', change: { currentPassword: typed } }),
      })}
      ${textField({
        id: 'newPassword',
        label: words.next,
        hint: words.nextHint,
        fault: isOfField ? words.nextFault : undefined,
        type: 'password',
        autocomplete: 'new-password',
        value: newPassword,
        change: (typed) => store.send({ type: 'typed', change: { newPassword: typed } }),
      })}
      ${failure === null || isOfField ? null : failureNote(failure, this.app.language)}
      <div>
        ${submitOnEnter}<wa-button variant="brand" type="submit" ?loading=${isBusy}
          >${words.change}</wa-button
        >
      </div>
    </form>`;
  }
}

import {
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Language } from '../../core/language.js';
import { hrefOf } from '../../core/place.js';
import { emptyState, emptyStyles } from '../../parts/empty-state.js';
import { failureNote } from '../../parts/failure-note.js';
import { textField } from '../../parts/form/field.js';
import { submitOnEnter } from '../../parts/form/submit-on-enter.js';
import { baseStyles } from '../../styles/base-styles.js';
import { controlStyles } from '../../styles/control-styles.js';
import type { Entered, EntranceStore } from './entrance-store.js';
import type { Door } from './entrance-state.js';
import { texts } from './texts.js';

/** The form at the entrance: sign in, join by an invitation, or set a new password. */
export class HematEntrance extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    emptyStyles,
    css`
      :host {
        inline-size: min(24rem, 100%);
      }
      form {
        display: grid;
        gap: 1rem;
      }
      .mark {
        display: grid;
        place-items: center;
        inline-size: 2.75rem;
        block-size: 2.75rem;
        border-radius: 0.75rem;
        background: var(--wa-color-brand-50);
        color: white;
        font-size: 1.25rem;
        font-weight: 680;
      }
      .card {
        padding: clamp(1.25rem, 5vw, 2rem);
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    language: { attribute: false },
    store: { attribute: false },
  };

  /** The reader's language. */
  declare language: Language;
  /** What lets people in. */
  declare store: EntranceStore;

  #entered: Entered = { email: '', password: '', name: '' };
  #leave: (() => void) | undefined;

  override disconnectedCallback(): void {
    this.#leave?.();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('store')) return;
    this.#leave?.();
    this.#leave = this.store.subscribe(() => this.requestUpdate());
  }

  protected override render(): TemplateResult {
    const words = texts[this.language];
    const { door, phase, failure } = this.store.state;
    if (phase === 'looking') return html`<p class="quiet" role="status">${words.looking}</p>`;
    if (phase === 'dead')
      return html`<div class="card">
        ${emptyState({
          sign: 'key',
          title: words.deadTitle,
          text: words.deadText,
          action: html`<a href=${hrefOf('/discounts')}>${words.toSignIn}</a>`,
        })}
      </div>`;
    const { title, lead, submit } = this.#speech(door);
    return html`<form class="card" novalidate @submit=${this.#submit}>
      <span class="mark" aria-hidden="true">%</span>
      <div>
        <h1 tabindex="-1">${title}</h1>
        <p class="quiet">${lead}</p>
      </div>
      ${
        failure === null
          ? null
          : failure.code === 'INVALID_CREDENTIALS'
            ? html`<wa-callout variant="danger" role="alert">${words.wrong}</wa-callout>`
            : failureNote(failure, this.language)
      }
      ${this.#fields(door)} ${submitOnEnter}
      <wa-button variant="brand" type="submit" ?loading=${phase === 'knocking'}>${submit}</wa-button>
      ${door.kind === 'password' ? html`<p class="small quiet">${words.forgot}</p>` : null}
    </form>`;
  }

  #speech(door: Door): { title: string; lead: string; submit: string } {
    const words = texts[this.language];
    if (door.kind === 'reset') return { title: words.resetTitle, lead: words.resetLead, submit: words.reset };
    if (door.kind === 'password' || door.leadsTo === null)
      return { title: words.title, lead: words.lead, submit: words.signIn };
    const { workspace, role } = door.leadsTo;
    return { title: words.invitedTitle(workspace.name), lead: words.invitedLead[role], submit: words.join };
  }

  #fields(door: Door): TemplateResult {
    const words = texts[this.language];
    const asksEmail =
      door.kind === 'password' || (door.kind === 'invitation' && door.leadsTo?.email === null);
    const isNew = door.kind === 'reset' || (door.kind === 'invitation' && !door.leadsTo?.hasPassword);
    const isGuest = door.kind === 'invitation' && isNew;
    return html`${
      asksEmail
        ? textField({
            ...this.#bound('email'),
            label: words.email,
            type: 'email',
            autocomplete: 'username',
            required: true,
          })
        : null
    }
    ${
      isGuest
        ? textField({ ...this.#bound('name'), label: words.name, autocomplete: 'name', maxLength: 100 })
        : null
    }
    ${textField({
      ...this.#bound('password'),
      label: isNew ? words.newPassword : door.kind === 'password' ? words.password : words.ownPassword,
      hint: isNew ? words.newPasswordHint : door.kind === 'password' ? undefined : words.ownPasswordHint,
      type: 'password',
      autocomplete: isNew ? 'new-password' : 'current-password',
      required: true,
    })}`;
  }

  #bound(id: keyof Entered) {
    return {
      id,
      value: this.#entered[id],
      fault: this.store.state.failure?.fields[id],
      change: (value: string) => {
        this.#entered = { ...this.#entered, [id]: value };
      },
    };
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    void this.store.enter(this.#entered);
  };
}

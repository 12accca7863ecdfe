import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { look, structure } from '../element/base-styles.js';
import { discountQuote, type DiscountQuote } from '../element/discount-quote.js';
import { StoreElement } from '../element/store-element.js';
import { CodeMemory, storageFor } from '../store/code-memory.js';
import type { Source, Wish } from '../store/model.js';
import type { Outcome } from '../store/outcome.js';
import { applyResult, type ApplyResult } from './apply-result.js';
import { eventOf } from './event-of.js';
import { HematApplyEvent } from './events/hemat-apply-event.js';
import { takeFallback } from './fallback-input.js';
import { fieldStyles } from './field-styles.js';
import { fieldTemplate } from './field-template.js';
import { layoutOf, type FieldState, type FieldView } from './field-view.js';
import { FormParticipation, readRestored } from './form-participation.js';
import { LinkedCodes } from './linked-codes.js';
import { outcomeSentence, type Speech } from './sentences.js';

/**
 * The code field of a checkout: says what a code saves before the order is sent, posts the code with the form, and never stands
 * in the way of the checkout.
 *
 * @tagname hemat-discount-field
 * @fires {HematApplyEvent} hemat-apply - Before a code is asked for; `preventDefault()` keeps it from being sent.
 * @fires {HematAppliedEvent} hemat-applied - The service has accepted a code.
 * @fires {HematChangedEvent} hemat-changed - The amount moved with the cart, or with the clock.
 * @fires {HematRemovedEvent} hemat-removed - The shopper removed a code, or the service no longer accepts it.
 * @fires {HematRefusedEvent} hemat-refused - A code does not apply; `detail` says why and what is missing.
 * @fires {HematUnavailableEvent} hemat-unavailable - The service could not be asked; the checkout goes on.
 * @slot - An `<input name=…>` that posts where no script runs; taken over and removed when the element starts.
 * @slot toggle - Text of the button that opens the field.
 * @slot another - Text of the same button while a code is held.
 * @slot label - Text of the input's label.
 * @slot apply - Text of the button that asks for the code.
 * @slot retry - Text of the same button after the service could not be asked.
 * @slot summary - What stands in place of the saving and the new total.
 * @slot checking - Text below the field while the service is being asked.
 * @slot refused - Text below the field in place of the reason of a refusal.
 * @slot unavailable - Text below the field after the service could not be asked.
 * @slot replace - Text of the button that takes a code in place of the ones that are held.
 * @csspart base - Everything.
 * @csspart codes - The list of codes that are held.
 * @csspart code - One held code; also `waiting` while the cart does not qualify for it.
 * @csspart waiting - A held code that waits for the cart.
 * @csspart code-name - The text of a code.
 * @csspart code-amount - What one of several codes saves.
 * @csspart summary - The saving and the new total, or what a waiting code waits for.
 * @csspart lines - The lines of the cart that bear the discount.
 * @csspart remove - The button that removes a code.
 * @csspart toggle - The button that opens the field.
 * @csspart form - Label, input and button.
 * @csspart label - The input's label.
 * @csspart input - The input.
 * @csspart apply - The button that asks for the code, or asks again.
 * @csspart message - The sentence below: why a code was refused, or that it is being checked.
 * @csspart replace - The button that takes a code in place of the ones that are held.
 * @cssprop [--hemat-field-background=transparent] - Background of the input.
 * @cssstate collapsed - Only the button that opens the field is shown.
 * @cssstate idle - Open, and nothing is under way.
 * @cssstate checking - The service is being asked.
 * @cssstate applied - At least one code applies.
 * @cssstate pending - A code is held and waits for the cart.
 * @cssstate refused - The code does not apply; it stays in the input.
 * @cssstate unavailable - The service could not be asked.
 */
export class HematDiscountField extends StoreElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = [structure, look, fieldStyles];
  static override properties: PropertyDeclarations = {
    name: { reflect: true },
    open: { type: Boolean },
    required: { type: Boolean },
    disabled: { type: Boolean, reflect: true },
    persist: {},
    autoApply: { attribute: 'auto-apply' },
  };

  /** Posted as `name=CODE` and `name-quote=…` once a code applies; nothing is posted without it. */
  declare name: string | null;
  /** Shows the input at once instead of the button that opens it. */
  declare open: boolean;
  /** Makes the form ask for an applied code. */
  declare required: boolean;
  /** Shows the field without letting anyone use it; the form then posts nothing of it. */
  declare disabled: boolean;
  /** Where applied codes outlast the page: `session` (default), `local` or `none`. */
  declare persist: 'session' | 'local' | 'none' | null;
  /** The query parameter whose codes are applied; without a value `discount`. */
  declare autoApply: string | null;

  readonly #form = new FormParticipation(this);
  #typed = '';
  #expanded = false;
  #isFormDisabled = false;
  #hadFocus = false;
  #announcement = '';
  #outcomes: Outcome[] = [];

  constructor() {
    super();
    this.open = this.required = this.disabled = false;
  }

  /** The state shown: `collapsed`, `idle`, `checking`, `applied`, `pending`, `refused` or `unavailable`. */
  get state(): FieldState {
    return layoutOf(this.#view()).state;
  }

  /** What the applied codes give on the cart as it is now; `null` where none applies. */
  get quote(): DiscountQuote | null {
    if (this.isUpdatePending) this.giveCart();
    return discountQuote(this.store.state);
  }

  /** The form it belongs to. */
  get form(): HTMLFormElement | null {
    return this.#form.internals.form;
  }

  /** What the form would complain about: `valueMissing` where a code is `required` and none applies. */
  get validity(): ValidityState {
    return this.#form.internals.validity;
  }

  /** The sentence of that complaint; empty where there is none. */
  get validationMessage(): string {
    return this.#form.internals.validationMessage;
  }

  /** Whether the form has nothing to complain about. */
  checkValidity(): boolean {
    return this.#form.internals.checkValidity();
  }

  /** Whether the form has nothing to complain about; where it has, the browser says what. */
  reportValidity(): boolean {
    return this.#form.internals.reportValidity();
  }

  /** Asks for a code, by default the typed one; resolves once it is settled, also where it is refused. */
  async apply(code?: string): Promise<ApplyResult> {
    return this.take({ code: code ?? this.#typed, source: code === undefined ? 'typed' : 'script' });
  }

  /**
   * Asks for a code that came in by any way.
   * @internal
   */
  async take(wish: Wish): Promise<ApplyResult> {
    const { code, source } = wish;
    if (!this.dispatchEvent(new HematApplyEvent({ code, source }))) return { type: 'cancelled' };
    if (wish.source !== 'linked') this.#typed = wish.code;
    this.#announcement = '';
    this.store.dispatch({ type: 'wished', wishes: [wish] }, this);
    const settled = await this.store.whenSettled();
    await this.updateComplete;
    return applyResult(settled);
  }

  /** Removes one code, by default all, and empties the input. */
  clear(code?: string): void {
    this.#typed = '';
    this.store.dispatch(code === undefined ? { type: 'removed' } : { type: 'removed', code }, this);
  }

  /** Asks the service again about the codes that are held, for example after the shopper has signed in. */
  refresh(): void {
    this.store.dispatch({ type: 'retried' }, this);
  }

  /** Called by the browser when the form is reset. */
  formResetCallback(): void {
    this.#expanded = false;
    this.clear();
  }

  /** Called by the browser when a fieldset around is switched off or on. */
  formDisabledCallback(isDisabled: boolean): void {
    this.#isFormDisabled = isDisabled;
    this.requestUpdate();
  }

  /** Called by the browser when it restores a page or a form. */
  formStateRestoreCallback(state: unknown): void {
    const restored = readRestored(state);
    if (!restored) return;
    this.#typed = restored.typed;
    this.#wishFor(restored.codes, 'kept');
    this.requestUpdate();
  }

  protected override takeChildren(): void {
    const fallback = takeFallback(this);
    if (!fallback) return;
    this.#typed ||= fallback.value;
    this.requestUpdate();
    if (fallback.hadFocus) void this.updateComplete.then(() => this.focus());
  }

  protected override joined(): void {
    this.store.keepIn(storageFor(this.persist ?? 'session'));
    if (this.autoApply != null) this.#followLink();
  }

  /**
   * Called by the store.
   * @internal
   */
  storeSettled(outcomes: readonly Outcome[]): void {
    const last = outcomes.at(-1);
    if (!last) return;
    this.#outcomes.push(...outcomes);
    this.#hadFocus ||= this.matches(':focus-within');
    this.#announcement = outcomeSentence(this.#speech(), last);
    this.#followInInput(last);
  }

  protected override render(): TemplateResult {
    return fieldTemplate(this.#view());
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.setAttribute('state', this.state);
    this.#showForm();
    const outcomes = this.#outcomes.splice(0);
    if (this.#hadFocus) this.#followWithFocus(outcomes.at(-1));
    this.#hadFocus = false;
    for (const outcome of outcomes) this.dispatchEvent(eventOf(outcome, this.store.state));
  }

  /** Moves the keyboard to the input, or to the button that opens it. */
  override focus(options?: FocusOptions): void {
    const target = this.#find('#code') ?? this.#find('button');
    target?.focus(options);
  }

  /** What stays in the input: a code that was refused, or could not be checked. */
  #followInInput(outcome: Outcome): void {
    const { state } = this.store;
    if (outcome.type === 'applied' || (outcome.type === 'refused' && outcome.pending)) {
      this.#typed = '';
      this.#expanded = false;
    } else if (state.kind === 'refused') this.#typed ||= state.refusal.code;
    else if (state.kind === 'unavailable') this.#typed ||= state.code;
  }

  /** Keeps the keyboard where the shopper goes on: on Remove after a code is held, else in the input. */
  #followWithFocus(outcome: Outcome | undefined): void {
    const code = outcome?.type === 'applied' ? outcome.held.code : null;
    const pending = outcome?.type === 'refused' && outcome.pending ? outcome.refusal.code : null;
    const remove = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-code]')];
    if (code ?? pending) remove.find((button) => button.dataset['code'] === (code ?? pending))?.focus();
    else if (outcome?.type === 'removed' || outcome?.type === 'refused') this.focus();
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  #speech(): Speech {
    return { model: this.store.model, messages: this.language.messages, lang: this.language.lang };
  }

  #view(): FieldView {
    return {
      ...this.#speech(),
      typed: this.#typed,
      open: this.open || this.#expanded,
      disabled: this.disabled || this.#isFormDisabled,
      outerLabel: this.#form.labelText,
      announcement: this.#announcement,
      onToggle: () => void this.#expand(true),
      onType: (event) => this.#type(event),
      onKey: (event) => this.#press(event),
      onSubmit: () => this.#submit(),
      onRemove: (code) => this.#remove(code),
      onReplace: (code) => void this.take({ code, source: 'typed', instead: true }),
    };
  }

  #showForm(): void {
    const { shown } = this.store.model;
    this.#form.show({
      name: this.name,
      codes: shown.applied.map(({ code }) => code),
      signedQuote: shown.signedQuote,
      typed: this.#typed,
      fault: this.required && shown.applied.length === 0 ? this.language.messages.required : null,
      anchor: this.#find('#code') ?? this.#find('button'),
      state: this.state,
    });
  }

  async #expand(isExpanded: boolean): Promise<void> {
    this.#expanded = isExpanded;
    this.requestUpdate();
    await this.updateComplete;
    this.focus();
  }

  #type(event: InputEvent): void {
    // The listener stands on the input.
    this.#typed = (event.target as HTMLInputElement).value;
    this.#announcement = '';
    const { kind } = this.store.state;
    if (kind === 'refused' || kind === 'unavailable') this.store.dispatch({ type: 'dismissed' }, this);
    this.requestUpdate();
  }

  /** Enter applies and never submits the checkout; while an input method composes, it belongs to that (key code 229). */
  #press(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'Escape' && this.#expanded) {
      this.#typed = '';
      this.store.dispatch({ type: 'dismissed' }, this);
      void this.#expand(false);
    }
  }

  #submit(): void {
    const { state } = this.store;
    if (state.kind === 'unavailable' && state.code === this.#typed) this.refresh();
    else void this.take({ code: this.#typed, source: 'typed' });
  }

  #remove(code: string): void {
    this.#expanded = true;
    this.clear(code);
    this.#linked.takeOut(code);
  }

  #wishFor(codes: readonly string[], source: Source): void {
    this.store.dispatch({ type: 'wished', wishes: codes.map((code) => ({ code, source })) }, this);
  }

  /** A link is followed once, however often its field is moved or made anew. */
  #followLink(): void {
    if (followed.has(this.store)) return;
    followed.add(this.store);
    for (const code of this.#linked.wanted) void this.take({ code, source: 'linked' });
  }

  /** What was taken out of a link is forgotten with the visit, however long codes are kept. */
  get #linked(): LinkedCodes {
    const storage = storageFor(this.persist === 'none' ? 'none' : 'session');
    return new LinkedCodes(this.autoApply || 'discount', new CodeMemory(storage, `out ${this.store.key}`));
  }
}

const followed = new WeakSet<object>();

declare global {
  interface HTMLElementTagNameMap {
    'hemat-discount-field': HematDiscountField;
  }
}

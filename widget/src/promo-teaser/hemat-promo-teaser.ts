import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { HematDiscountField } from '../discount-field/hemat-discount-field.js';
import { look, structure } from '../element/base-styles.js';
import { StoreElement } from '../element/store-element.js';
import { HematImpressionEvent } from './events/hemat-impression-event.js';
import { HematPickEvent } from './events/hemat-pick-event.js';
import { Impressions } from './impressions.js';
import { isEnding } from './promo-sentences.js';
import { rankPromos } from './rank-promos.js';
import { teaserStyles } from './teaser-styles.js';
import { teaserState, teaserTemplate, type TeaserState } from './teaser-template.js';

/**
 * Lists a workspace's public promos for the present cart, the best saving first; a tap applies one to the page's field.
 *
 * @tagname hemat-promo-teaser
 * @fires {HematPickEvent} hemat-pick - Before a promo's code goes to the field; `preventDefault()` keeps it from going there.
 * @fires {HematImpressionEvent} hemat-impression - At least half of a promo has come into view, once per promo.
 * @slot heading - Text above the list.
 * @slot loading - Text while the promos are being asked for.
 * @slot empty - Text where there is no promo.
 * @slot expired - Text where every promo has ended.
 * @slot unavailable - Text where the service could not be asked.
 * @slot retry - Text of the button that asks again.
 * @csspart base - Everything.
 * @csspart heading - What stands above the list.
 * @csspart promos - The list.
 * @csspart promo - One promo.
 * @csspart title - What a promo is called, or what it gives.
 * @csspart terms - What a promo gives and until when.
 * @csspart worth - What it saves on this cart, or what is missing for it.
 * @csspart pick - The button that applies a promo.
 * @csspart message - The sentence in place of the list.
 * @csspart retry - The button that asks again.
 */
export class HematPromoTeaser extends StoreElement {
  static override styles = [structure, look, teaserStyles];
  static override properties: PropertyDeclarations = { for: {} };

  /** The id of the field that a promo is applied to; default: the field of the same workspace and group. */
  declare for: string | null;

  #impressions: Impressions | null = null;
  #clock: ReturnType<typeof setInterval> | undefined;

  /** `loading`, `listed`, `empty`, `expired` or `unavailable`. */
  get state(): TeaserState {
    return teaserState(this.store.model);
  }

  /** Applies a promo, as a tap on it does. */
  pick(code: string): void {
    if (!this.dispatchEvent(new HematPickEvent({ code }))) return;
    const field = this.for ? document.getElementById(this.for) : null;
    const wish = { code, source: 'picked' } as const;
    if (field instanceof HematDiscountField) void field.take(wish);
    else this.store.offer(wish);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#impressions?.watch([]);
    clearInterval(this.#clock);
    this.#clock = undefined;
  }

  protected override joined(): void {
    void this.store.loadPromos();
  }

  protected override render(): TemplateResult {
    const { model } = this.store;
    return teaserTemplate({
      model,
      messages: this.language.messages,
      lang: this.language.lang,
      currency: model.cart.currency,
      now: this.#now,
      onPick: (code) => this.pick(code),
      onRetry: () => void this.store.loadPromos(),
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.setAttribute('state', this.state);
    this.#impressions ??= new Impressions((code) => this.#tell(code));
    this.#impressions.watch(this.renderRoot.querySelectorAll('[data-code]'));
    this.#runClock();
  }

  get #now(): number {
    return Date.now() + this.store.model.skew;
  }

  #tell(code: string): void {
    const index = rankPromos(this.store.model).findIndex((promo) => promo.code === code);
    this.dispatchEvent(new HematImpressionEvent({ code, index }));
  }

  /** A second's beat, only while a promo is in its last 24 hours. */
  #runClock(): void {
    const isEndingSoon = rankPromos(this.store.model).some(({ rule }) => isEnding(rule.expiresAt, this.#now));
    if (isEndingSoon === (this.#clock !== undefined)) return;
    clearInterval(this.#clock);
    this.#clock = isEndingSoon ? setInterval(() => this.requestUpdate(), 1000) : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hemat-promo-teaser': HematPromoTeaser;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { isolated, replaceable } from '../element/text.js';
import { spokenTag } from '../messages/register-messages.js';
import type { Model } from '../store/model.js';
import { endSentence, giftSentence, isEnding, worthSentence, type PromoSpeech } from './promo-sentences.js';
import { rankPromos, type RankedPromo } from './rank-promos.js';

/** All that the template of a teaser is made of. */
export interface TeaserView extends PromoSpeech {
  readonly model: Model;
  /** Epoch ms, the service's clock. */
  readonly now: number;
  onPick(code: string): void;
  onRetry(): void;
}

/** What a teaser shows: its promos, or why there are none. */
export type TeaserState = 'loading' | 'listed' | 'empty' | 'expired' | 'unavailable';

/** The state of a teaser. */
export function teaserState(model: Model): TeaserState {
  const { promos } = model;
  if (promos.kind === 'failed') return 'unavailable';
  if (promos.kind !== 'listed') return 'loading';
  if (rankPromos(model).length > 0) return 'listed';
  return promos.items.some(({ rule }) => rule.expiresAt !== null && rule.expiresAt <= model.now)
    ? 'expired'
    : 'empty';
}

/** The whole teaser. */
export function teaserTemplate(view: TeaserView): TemplateResult {
  const { model, messages } = view;
  const state = teaserState(model);
  return html`<div part="base" class="base" lang=${spokenTag(view.lang)} aria-busy=${state === 'loading'}>
    <div part="heading" class="label" id="heading">${replaceable('heading', messages.promos)}</div>
    ${
      state === 'listed'
        ? html`<ul part="promos" aria-labelledby="heading">
            ${rankPromos(model).map((promo) => promoTemplate(promo, view))}
          </ul>`
        : stateTemplate(state, view)
    }
  </div>`;
}

function stateTemplate(
  state: Exclude<TeaserState, 'listed'>,
  { messages, onRetry }: TeaserView,
): TemplateResult {
  const { loading, noPromos: empty, promosExpired: expired, promosUnavailable: unavailable } = messages;
  const texts = { loading, empty, expired, unavailable };
  return html`<div part="message" class="hint" role="status">${replaceable(state, texts[state])}</div>
    ${
      state === 'unavailable'
        ? html`<button part="retry" class="quiet" type="button" @click=${onRetry}>
            ${replaceable('retry', messages.retry)}
          </button>`
        : nothing
    }`;
}

function promoTemplate(promo: RankedPromo, view: TeaserView): TemplateResult {
  const { code, title, isUsed, refusal } = promo;
  const { messages, now, onPick } = view;
  const gift = giftSentence(promo, view);
  const end = endSentence(promo, now, view);
  return html`<li part="promo" class=${refusal ? 'promo short' : 'promo'} data-code=${code}>
    <div class="text">
      <b part="title">${isolated(title ?? gift)}</b>
      <div part="terms" class="hint">
        ${title ? html`<span>${isolated(gift)}</span>` : nothing}
        ${end ? html`<span class=${isEnding(promo.rule.expiresAt, now) ? 'clock' : ''}>${isolated(end)}</span>` : nothing}
      </div>
      <div part="worth" class="worth">${isolated(worthSentence(promo, view))}</div>
    </div>
    <button
      part="pick"
      class="apply"
      type="button"
      aria-label=${`${isUsed ? messages.used : messages.use} ${code}`}
      aria-pressed=${isUsed}
      ?disabled=${isUsed}
      @click=${() => onPick(code)}
    >
      ${isUsed ? messages.used : messages.use}
    </button>
  </li>`;
}

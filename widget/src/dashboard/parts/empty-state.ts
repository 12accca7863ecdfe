import { css, html, type TemplateResult } from 'lit';
import { icon, type IconName } from './icons.js';

/** What stands where there is nothing yet: what belongs here and how to begin. */
export interface EmptyState {
  readonly sign: IconName;
  readonly title: string;
  readonly text: string;
  /** How to begin. */
  readonly action?: TemplateResult | null;
}

/** A friendly gap. */
export function emptyState({ sign, title, text, action = null }: EmptyState): TemplateResult {
  return html`<div class="empty">
    <span class="empty-sign">${icon(sign)}</span>
    <h2>${title}</h2>
    <p class="quiet">${text}</p>
    ${action}
  </div>`;
}

/** The looks of gaps. */
export const emptyStyles = css`
  .empty {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 3.5rem 1.5rem;
    text-align: center;
  }
  .empty p {
    max-inline-size: 30rem;
    margin-block-end: 0.75rem;
  }
  .empty-sign {
    display: grid;
    place-items: center;
    inline-size: 3.25rem;
    block-size: 3.25rem;
    margin-block-end: 0.25rem;
    border-radius: 50%;
    font-size: 1.25rem;
    background: var(--wa-color-brand-fill-quiet);
    color: var(--wa-color-brand-on-quiet);
  }
`;

import { css, html, type TemplateResult } from 'lit';

/** How a pill looks; the text carries the meaning. */
export type PillTone = 'good' | 'waiting' | 'quiet' | 'bad';

/** A short word about the state of something. */
export function pill(text: string, tone: PillTone): TemplateResult {
  return html`<span class="pill ${tone}">${text}</span>`;
}

/** The looks of pills. */
export const pillStyles = css`
  .pill {
    display: inline-block;
    padding: 0.0625rem 0.5rem;
    border-radius: 1rem;
    font-family: var(--wa-font-family-body);
    font-size: 0.75rem;
    font-weight: 560;
    line-height: 1.5;
    white-space: nowrap;
    background: var(--wa-color-neutral-fill-quiet);
    color: var(--wa-color-neutral-on-quiet);
  }
  .pill.good {
    background: var(--wa-color-success-fill-quiet);
    color: var(--wa-color-success-on-quiet);
  }
  .pill.waiting {
    background: var(--wa-color-warning-fill-quiet);
    color: var(--wa-color-warning-on-quiet);
  }
  .pill.bad {
    background: var(--wa-color-danger-fill-quiet);
    color: var(--wa-color-danger-on-quiet);
  }
`;

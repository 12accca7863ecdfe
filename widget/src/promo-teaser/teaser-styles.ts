import { css } from 'lit';

/** The look of the teaser. */
export const teaserStyles = css`
  .promo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gap);
    padding: 0.75em;
    border: var(--border);
    border-color: var(--hemat-border, color-mix(in srgb, currentColor 20%, transparent));
    border-radius: var(--radius);
    background: var(--hemat-surface, none);
  }
  .text {
    flex: 1 1 12em;
    line-height: 1.5;
  }
  .hint {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1em;
  }
  .clock {
    font-variant-numeric: tabular-nums;
  }
  .worth {
    color: var(--success);
    font-weight: 600;
    font-size: 0.9375em;
  }
  .short .worth {
    color: var(--pending);
  }
`;

import { css } from 'lit';

/** A few large figures beside each other (`dl.totals`); `--totals-column` is how narrow one may be, default 9rem. */
export const totalStyles = css`
  .totals {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(var(--totals-column, 9rem), 100%), 1fr));
    gap: 1rem;
  }
  .totals dt {
    font-size: 0.8125rem;
    color: var(--wa-color-text-quiet);
  }
  .totals dd {
    font-size: 1.25rem;
    font-weight: 640;
    font-variant-numeric: tabular-nums;
  }
`;

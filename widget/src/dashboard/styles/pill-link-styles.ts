import { css } from 'lit';

/** Links of which one is current, as pills beside each other (`ul.pill-links`). */
export const pillLinkStyles = css`
  .pill-links {
    list-style: none;
    display: flex;
    gap: 0.25rem;
    padding: 0;
  }
  .pill-links a {
    display: block;
    padding: 0.375rem 0.75rem;
    border-radius: 2rem;
    color: var(--wa-color-text-quiet);
    font-size: 0.9375rem;
    text-decoration: none;
    white-space: nowrap;
  }
  .pill-links a:hover {
    color: var(--wa-color-text-normal);
    background: color-mix(in oklab, currentColor 7%, transparent);
  }
  .pill-links a[aria-current='true'] {
    background: var(--wa-color-brand-fill-quiet);
    color: var(--wa-color-brand-on-normal);
    font-weight: 580;
  }
`;

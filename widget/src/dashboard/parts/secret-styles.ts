import { css } from 'lit';

/** What is shown once, to be selected with one click. */
export const secretStyles = css`
  .secret {
    display: block;
    padding: 0.875rem 1rem;
    border-radius: 0.5rem;
    background: var(--dash-sunken);
    overflow-wrap: anywhere;
    user-select: all;
  }
`;

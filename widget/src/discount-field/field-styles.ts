import { css } from 'lit';

/** The look of the field. */
export const fieldStyles = css`
  .base > * {
    max-inline-size: 100%;
  }
  .form,
  .message {
    inline-size: 100%;
  }
  .form {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap);
  }
  .label {
    flex: 1 0 100%;
    margin-block-end: calc(var(--gap) / -2);
  }
  input {
    flex: 1 1 9em;
    min-inline-size: 0;
    padding-inline: 0.75em;
    background: var(--hemat-field-background, transparent);
    font-size: max(16px, 1em);
    text-transform: uppercase;
    appearance: none;
  }
  [aria-invalid] {
    border-color: var(--danger);
    box-shadow: 0 0 0 1px var(--danger);
  }
  .code {
    --tone: var(--success);
    display: flex;
    align-items: start;
    gap: var(--gap);
    padding-inline-start: 0.75em;
    border-radius: var(--radius);
    background: var(--hemat-surface, color-mix(in srgb, var(--tone) 10%, transparent));
    outline: 1px solid transparent;
    outline-offset: -1px;
  }
  .waiting {
    --tone: var(--pending);
  }
  .code > svg {
    margin-block-start: calc(var(--height) / 2 - 0.625em);
    color: var(--tone);
  }
  .text {
    flex: 1;
    padding-block: calc(var(--height) / 2 - 0.75em);
    line-height: 1.5;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: var(--gap);
  }
  b {
    letter-spacing: 0.03em;
  }
  .summary {
    flex-basis: 100%;
  }
  .amount {
    white-space: nowrap;
  }
  .icon {
    border: 0;
    padding: 0;
    min-inline-size: var(--height);
  }
  .message {
    font-size: 0.9375em;
    line-height: 1.5;
  }
  .refused {
    color: var(--danger);
  }
  .checking {
    color: var(--muted);
    animation: appear 1ms 300ms both;
  }
  .checking::before {
    content: '';
    display: inline-block;
    inline-size: 0.875em;
    block-size: 0.875em;
    margin-inline-end: 0.5em;
    vertical-align: -0.1em;
    border: 2px solid currentColor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 800ms linear infinite;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (forced-colors: active) {
    .code > svg {
      color: inherit;
    }
    .checking::before {
      border-inline-end-color: Canvas;
    }
    [aria-invalid] {
      border-width: 3px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .checking::before {
      animation-duration: 4s;
    }
  }
`;

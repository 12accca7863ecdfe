import { css } from 'lit';

/** Native controls in the dress of the rest: their labels, hints and faults stay within reach of every reader. */
export const controlStyles = css`
  input:not([type='checkbox'], [type='radio'], [type='file']),
  select,
  textarea {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    font: inherit;
    color: inherit;
    background: var(--wa-color-surface-default);
    border: 1px solid var(--wa-form-control-border-color);
    border-radius: 0.5rem;
  }
  textarea {
    min-block-size: 5.5rem;
    resize: vertical;
  }
  :is(input, select, textarea):focus-visible {
    outline: 2px solid var(--wa-color-focus);
    outline-offset: 0;
    border-color: transparent;
    border-radius: 0.5rem;
  }
  :is(input, select, textarea)[aria-invalid='true'] {
    border-color: var(--wa-color-danger-border-loud);
  }
  :is(input, select, textarea):disabled {
    opacity: 0.65;
    background: var(--dash-sunken);
    cursor: not-allowed;
  }
  ::placeholder {
    color: var(--wa-color-text-quiet);
    opacity: 1;
  }
  input:is([type='checkbox'], [type='radio']) {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0.1875rem 0 0;
    flex: none;
    accent-color: var(--dash-accent);
  }
  input.switch {
    appearance: none;
    position: relative;
    inline-size: 2.5rem;
    block-size: 1.5rem;
    margin: 0;
    border-radius: 1rem;
    background: var(--wa-color-neutral-border-loud);
    cursor: pointer;
    transition: background 0.15s;
  }
  input.switch::after {
    content: '';
    position: absolute;
    inset: 0.1875rem auto auto 0.1875rem;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    border-radius: 50%;
    background: white;
    transition: translate 0.15s;
  }
  input.switch:checked {
    background: var(--wa-color-brand-50);
  }
  input.switch:checked::after {
    translate: 1rem 0;
  }
  input.switch:disabled {
    opacity: 0.6;
    cursor: not-allowed;
  }
  @media (forced-colors: active) {
    input.switch {
      appearance: auto;
    }
  }
  label,
  legend {
    font-size: 0.9375rem;
    font-weight: 560;
  }
  legend {
    padding: 0;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375rem;
    align-content: start;
  }
  .hint {
    font-size: 0.875rem;
    color: var(--wa-color-text-quiet);
  }
  .fault {
    font-size: 0.875rem;
    color: var(--wa-color-danger-on-quiet);
  }
  .choice {
    display: flex;
    gap: 0.625rem;
    align-items: flex-start;
    padding-block: 0.375rem;
  }
  .choice label {
    font-weight: 500;
  }
  .with-unit {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.625rem;
  }
  .unit {
    color: var(--wa-color-text-quiet);
    font-size: 0.9375rem;
  }
  .pair {
    display: grid;
    gap: 1rem;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
  }
`;

import { css } from 'lit';

/** The frame: a side with the menu on wide screens, a bar with a button on narrow ones. */
export const shellStyles = css`
  :host {
    display: block;
    min-block-size: 100vh;
  }
  .skip:not(:focus) {
    position: absolute;
    clip-path: inset(50%);
  }
  .skip:focus {
    position: fixed;
    inset: 0.5rem auto auto 0.5rem;
    z-index: 20;
    padding: 0.5rem 1rem;
    background: var(--wa-color-surface-raised);
  }
  .frame {
    display: grid;
    grid-template-columns: var(--dash-side) minmax(0, 1fr);
    min-block-size: 100vh;
  }
  header {
    display: contents;
  }
  .side {
    position: sticky;
    inset-block-start: 0;
    block-size: 100vh;
    overflow-y: auto;
    display: flex;
    flex-direction: column;
    gap: 1.25rem;
    padding: 1.25rem 0.875rem;
    background: var(--wa-color-surface-default);
    border-inline-end: 1px solid var(--wa-color-surface-border);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    padding-inline: 0.5rem;
    font-size: 1.125rem;
    font-weight: 680;
    letter-spacing: -0.01em;
    color: inherit;
    text-decoration: none;
  }
  .mark {
    display: grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    border-radius: 0.5rem;
    background: var(--wa-color-brand-50);
    color: white;
    font-size: 0.9375rem;
  }
  .menu {
    list-style: none;
    padding: 0;
    display: grid;
    gap: 0.125rem;
  }
  .menu a {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-block-size: 2.5rem;
    padding: 0.25rem 0.625rem;
    border-radius: 0.5rem;
    color: var(--wa-color-text-normal);
    text-decoration: none;
    font-size: 0.9375rem;
  }
  .menu a:hover {
    background: color-mix(in oklab, currentColor 6%, transparent);
  }
  .menu a:not([aria-current='false']) {
    background: var(--wa-color-brand-fill-quiet);
    color: var(--wa-color-brand-on-normal);
    font-weight: 580;
  }
  .side-end {
    margin-block-start: auto;
    display: grid;
    gap: 0.75rem;
    padding-inline: 0.5rem;
  }
  .workspace {
    font-weight: 580;
    overflow-wrap: anywhere;
  }
  .person {
    display: grid;
    gap: 0.25rem;
    overflow-wrap: anywhere;
  }
  .plain {
    justify-self: start;
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2.25rem;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .plain:hover {
    text-decoration: underline;
  }
  .side-end label {
    font-size: 0.8125rem;
    font-weight: 500;
    color: var(--wa-color-text-quiet);
  }
  .side-end select {
    min-block-size: 2.5rem;
    font-size: 0.9375rem;
  }
  main {
    inline-size: 100%;
    max-inline-size: var(--dash-page);
    margin-inline: auto;
    padding: 2rem;
  }
  .bar {
    display: none;
  }
  .lone {
    display: grid;
    place-items: center;
    min-block-size: 100vh;
    padding: 1rem;
  }
  .notices {
    position: fixed;
    inset: auto 1rem 1rem;
    z-index: 10;
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    pointer-events: none;
  }
  .notice {
    pointer-events: auto;
    display: flex;
    align-items: center;
    gap: 0.75rem;
    max-inline-size: min(36rem, 100%);
    padding: 0.5rem 0.75rem 0.5rem 1rem;
    border-radius: 0.75rem;
    background: var(--wa-color-neutral-20);
    color: white;
    box-shadow: 0 0.5rem 2rem rgb(0 0 0 / 0.25);
  }
  .notice.failed {
    background: var(--wa-color-danger-30);
  }
  .notice button {
    min-block-size: 2.25rem;
    padding: 0.25rem 0.625rem;
    border: 0;
    border-radius: 0.5rem;
    background: rgb(255 255 255 / 0.14);
    color: inherit;
    font: inherit;
    font-weight: 580;
    cursor: pointer;
  }
  .notice :focus-visible {
    outline-color: white;
  }
  @media (width < 56rem) {
    .frame {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto 1fr;
    }
    .bar {
      position: sticky;
      inset-block-start: 0;
      z-index: 5;
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding: 0.5rem 1rem;
      background: var(--wa-color-surface-default);
      border-block-end: 1px solid var(--wa-color-surface-border);
    }
    .bar button {
      display: grid;
      place-items: center;
      inline-size: 2.75rem;
      block-size: 2.75rem;
      border: 0;
      border-radius: 0.5rem;
      background: none;
      color: inherit;
      font-size: 1.125rem;
      cursor: pointer;
    }
    .side {
      position: fixed;
      inset: 3.75rem 0 0;
      z-index: 4;
      block-size: auto;
      border: 0;
    }
    .side:not(.open) {
      display: none;
    }
    .side .brand {
      display: none;
    }
    main {
      padding: 1.25rem 1rem 5rem;
    }
  }
`;

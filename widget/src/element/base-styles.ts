import { css } from 'lit';

/** What holds even for an unstyled element: hidden things are hidden, and nothing of the page's layout is upset. */
export const structure = css`
  :host {
    display: block !important;
    white-space: normal;
    text-indent: 0;
  }
  :host([hidden]),
  .none {
    display: none !important;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  svg {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;

/**
 * The common look: the page's font and colour, everything else derived from them. The tones are mixed with the text's colour,
 * so that they are dark on a light page and light on a dark one without asking for its colour scheme.
 */
export const look = css`
  :host {
    --accent: var(--hemat-accent, color-mix(in srgb, currentColor 10%, transparent));
    --muted: var(--hemat-muted, color-mix(in srgb, currentColor 85%, transparent));
    --border: var(--hemat-border-width, 1px) solid
      var(--hemat-border, color-mix(in srgb, currentColor 55%, transparent));
    --success: var(--hemat-success, color-mix(in oklab, #0a8f4a 60%, currentColor));
    --danger: var(--hemat-danger, color-mix(in oklab, #d92d20 65%, currentColor));
    --pending: var(--hemat-pending, color-mix(in oklab, #b86e00 60%, currentColor));
    --radius: var(--hemat-radius, 8px);
    --gap: var(--hemat-gap, 8px);
    --height: max(44px, var(--hemat-control-height, 44px));
    font: var(--hemat-font, inherit);
    color: var(--hemat-text, inherit);
    text-align: start;
    overflow-wrap: anywhere;
  }
  *,
  ::before {
    box-sizing: border-box;
  }
  button,
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
    min-block-size: var(--height);
    border: var(--border);
    border-radius: var(--radius);
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--gap);
    min-inline-size: 44px;
    padding-inline: 1em;
    background: none;
    cursor: pointer;
  }
  :disabled {
    opacity: 0.6;
    cursor: not-allowed;
  }
  :focus-visible {
    outline: 2px solid var(--hemat-focus, currentColor);
    outline-offset: 2px;
  }
  .apply {
    font-weight: 600;
    background: var(--accent);
    color: var(--hemat-accent-text, inherit);
    border-color: transparent;
  }
  button:hover:enabled {
    filter: brightness(0.94);
  }
  .quiet {
    border-color: transparent;
    padding-inline: 0;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  .quiet svg {
    opacity: 0.8;
  }
  .hint {
    color: var(--muted);
    font-size: 0.875em;
  }
  .base,
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gap);
  }
  .base {
    justify-items: start;
  }
  ul {
    list-style: none;
    inline-size: 100%;
    margin: 0;
    padding: 0;
  }
  .label {
    font-weight: 600;
    font-size: 0.875em;
    line-height: 1.5;
  }
  @media (forced-colors: active) {
    .apply {
      border-color: ButtonBorder;
    }
    .quiet {
      padding-inline: 0.75em;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    button {
      transition: filter 120ms;
    }
  }
`;

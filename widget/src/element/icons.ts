import { html, type TemplateResult } from 'lit';

const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d=${path} /></svg>`;

/** A code that applies. */
export const checkIcon = icon('M4 10.5l4 4 8-9');
/** A code that waits for the cart. */
export const waitIcon = icon('M10 5v5l3 2M10 2.5a7.5 7.5 0 1 0 .01 0z');
export const crossIcon = icon('M5 5l10 10M15 5L5 15');
export const tagIcon = icon('M3 3h6.5l7.5 7.5-6.5 6.5L3 9.5zM6.5 6.5h.01');

import { html } from 'lit';

/** Browsers send a form at Enter only where it has a submit button of their own; the visible one is a component. */
export const submitOnEnter = html`<button type="submit" hidden></button>`;

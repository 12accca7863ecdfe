import { html, type TemplateResult } from 'lit';

/** A sentence that keeps its punctuation on its own side where the page is written the other way. */
export function isolated(text: string): TemplateResult {
  return html`<bdi>${text}</bdi>`;
}

/** A text in whose place the page may put its own. */
export function replaceable(slot: string, text: string): TemplateResult {
  return html`<slot name=${slot}>${isolated(text)}</slot>`;
}

import { html, type TemplateResult } from 'lit';

/** Facts by name, in the order they are given; `look` is the class that dresses them. */
export function factList(
  facts: readonly (readonly [name: string, value: string])[],
  look: string,
): TemplateResult {
  return html`<dl class=${look}>
    ${facts.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

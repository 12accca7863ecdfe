import { css, html, type TemplateResult } from 'lit';
import { hrefOf } from '../core/place.js';
import { icon } from './icons.js';

/** The top of a page. */
export interface PageHead {
  readonly title: string | TemplateResult;
  /** One sentence below it. */
  readonly lead?: string | TemplateResult;
  readonly actions?: TemplateResult | null;
  /** The page above this one. */
  readonly up?: { readonly path: string; readonly label: string };
}

/** The page's heading, which takes the focus after a navigation, with what can be done. */
export function pageHead({ title, lead, actions = null, up }: PageHead): TemplateResult {
  return html`<header class="page-head">
    ${
      up === undefined
        ? null
        : html`<a class="page-up small" href=${hrefOf(up.path)}>${icon('back')} ${up.label}</a>`
    }
    <div class="row spread">
      <h1 tabindex="-1">${title}</h1>
      ${actions === null ? null : html`<div class="row">${actions}</div>`}
    </div>
    ${lead === undefined ? null : html`<p class="quiet">${lead}</p>`}
  </header>`;
}

/** The looks of a page's top. */
export const pageHeadStyles = css`
  .page-head {
    display: grid;
    gap: 0.375rem;
    margin-block-end: 1.25rem;
  }
  .page-head p {
    max-inline-size: 44rem;
  }
  .page-up {
    justify-self: start;
    text-decoration: none;
  }
  .page-up:hover {
    text-decoration: underline;
  }
  .page-up:dir(rtl) svg {
    scale: -1 1;
  }
`;

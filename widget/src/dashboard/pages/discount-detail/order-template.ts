import { html, type TemplateResult } from 'lit';
import type { DetailView } from './detail-view.js';
import { orderUrlOf } from './order-url-of.js';

/** An order's id; a link to the order where the shop said where it shows them. */
export function orderTemplate(orderId: string, { app, words }: DetailView): TemplateResult {
  const url = orderUrlOf(orderId, app.workspace);
  return url === null
    ? html`<span class="code">${orderId}</span>`
    : html`<a class="code" href=${url} target="_blank" rel="noopener noreferrer"
        >${orderId}<span class="unseen"> ${words.newTab}</span></a
      >`;
}

import { html } from 'hono/html';
import type { Order } from '../orders/order.js';
import type { Task } from '../retry/task.js';
import { timeOfDay } from './format.js';
import type { Html, Page } from './page.js';

/** What the discount service has been told of this order, and what it answered. */
export function orderRedemption(
  page: Page,
  { order, tasks }: { readonly order: Order; readonly tasks: readonly Task[] },
): Html {
  const { order: t } = page.messages;
  const codes = order.codes.map(({ code }) => html`<strong class="code">${code}</strong> `);
  return html`<section aria-labelledby="promo-heading">
    <h2 id="promo-heading">${t.promo}</h2>
    ${order.codes.length === 0 ? html`<p class="quiet">${t.noCode}</p>` : html`<p>${codes}${t.locked}</p>`}
    <ul class="events">
      ${tasks.map((task) => row(page, task))}
    </ul>
  </section>`;
}

function row(page: Page, task: Task): Html {
  const { order: t } = page.messages;
  return html`<li data-task="${task.kind}" data-state="${stateOf(task)}">
    <time>${timeOfDay(page, task.doneAt ?? task.createdAt)}</time>
    <span><strong>${t.task[task.kind]}</strong>: ${ending(page, task)}</span>
  </li>`;
}

function stateOf({ outcome, attempts }: Task): string {
  return outcome?.kind ?? (attempts > 0 ? 'retrying' : 'waiting');
}

function ending(page: Page, { outcome, attempts, dueAt }: Task): string {
  const { outcome: t } = page.messages.order;
  switch (outcome?.kind) {
    case undefined:
      return attempts > 0 ? t.retrying(attempts, timeOfDay(page, dueAt)) : t.waiting;
    case 'redeemed':
      if (!outcome.created) return t.alreadyCounted;
      return outcome.overLimit ? t.countedOverLimit : t.counted;
    case 'released':
    case 'reversed':
      return outcome.first ? t[outcome.kind] : t.alreadyDone;
    case 'refused':
      return t.refused(outcome.code);
  }
}

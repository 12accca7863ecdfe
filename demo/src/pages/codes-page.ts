import { html } from 'hono/html';
import type { DiscountCode } from '@hemat/shared/schemas';
import type { CodeGroup, SeededCode } from '../seed/seeded-code.js';
import { layout } from './layout.js';
import type { Html, Page } from './page.js';

/** What the page of codes shows. */
export interface CodesState {
  readonly seeded: readonly SeededCode[];
  /** The codes as the service has them now, by code; null where it did not answer. */
  readonly live: ReadonlyMap<string, DiscountCode> | null;
}

/** Every code there is to try, with what happens and why. */
export function codesPage(page: Page, { seeded, live }: CodesState): Html {
  const { codes: t } = page.messages;
  const groups = [...new Set(seeded.map(({ group }) => group))];
  return layout(page, {
    title: t.heading,
    body: html`<h1>${t.heading}</h1>
      <p>${t.intro}</p>
      ${live === null ? html`<p class="notice" role="status">${t.unavailable}</p>` : ''}
      ${groups.map((group) => section(page, group, { seeded, live }))}`,
  });
}

function section(page: Page, group: CodeGroup, { seeded, live }: CodesState): Html {
  const inGroup = seeded.filter((one) => one.group === group);
  return html` <section aria-labelledby="group-${group}">
    <h2 id="group-${group}">${page.messages.codes.groups[group]}</h2>
    <ul class="codes">
      ${inGroup.map((one) => item(page, one, live?.get(one.code)))}
    </ul>
  </section>`;
}

function item(
  page: Page,
  { code, explanation, reasons = [] }: SeededCode,
  live: DiscountCode | undefined,
): Html {
  const { codes: t } = page.messages;
  return html` <li class="code-card" data-code="${code}">
    <h3 class="code">${code}</h3>
    ${live?.title ? html`<p><strong>${live.title}</strong></p>` : ''}
    <p>${explanation[page.language]}</p>
    ${live === undefined ? '' : html`<p class="quiet">${state(page, live)}</p>`}
    ${reasons.length > 0 ? html`<p class="reasons">${reasons.map((reason) => html`<code>${reason}</code> `)}</p>` : ''}
    <form method="post" action="/codes/try">
      <button class="secondary" name="code" value="${code}">${t.try(code)}</button>
    </form>
  </li>`;
}

function state({ messages: { codes: t } }: Page, live: DiscountCode): string {
  const holds = live.holdsTotal > 0 ? t.holds(live.holdsTotal) : '';
  const shown = live.public ? '' : ` ${t.privateNote}`;
  return `${t.status[live.status]} · ${t.uses(live.usesTotal, live.maxUsesTotal)}${holds}.${shown}`;
}

import { formatMoney } from '@hemat/shared';
import type { CodeTotals, DiscountCode } from '@hemat/shared/schemas';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { App } from '../../core/app.js';
import { hrefOf } from '../../core/place.js';
import { formatDay, formatNumber } from '../../parts/format.js';
import { pill } from '../../parts/status-pill.js';
import { giftText } from '../../texts/gives.js';
import { statusTexts, statusTones } from '../../texts/status.js';
import type { BlockWindow } from './block-window.js';
import type { DiscountsState } from './discounts-state.js';
import { texts as textsOf } from './texts.js';

/** What the table shows. */
export interface DiscountTable {
  readonly app: App;
  readonly blocks: readonly (readonly DiscountCode[])[];
  readonly totals: DiscountsState['totals'];
  /** What was searched for. */
  readonly search: string;
  readonly window: BlockWindow;
  /** Whether there are more rows than these. */
  readonly hasMore: boolean;
}

/** The codes as a table; each fetched block is a body of its own, and one row of their height stands for blocks far from view. */
export function discountTable({
  app,
  blocks,
  totals,
  search,
  window,
  hasMore,
}: DiscountTable): TemplateResult {
  const texts = textsOf[app.language];
  const count = blocks.reduce((sum, block) => sum + block.length, 0);
  const rowsBefore = countBefore(blocks);
  return html`<div class="table-frame">
    <table aria-rowcount=${hasMore ? -1 : count + 1}>
      <caption class="unseen">
        ${texts.caption}
      </caption>
      <thead data-list>
        <tr aria-rowindex="1">
          <th scope="col">${texts.code}</th>
          <th scope="col">${texts.gives}</th>
          <th scope="col" class="number">${texts.uses}</th>
          <th scope="col" class="number">${texts.givenAway}</th>
          <th scope="col" class="number">${texts.created}</th>
        </tr>
      </thead>
      ${repeat(
        window.segments(blocks.length),
        (segment, place) => ('block' in segment ? blocks[segment.block]?.[0]?.id : place),
        (segment) => {
          if ('gap' in segment) return gap(segment.gap);
          const first = 2 + (rowsBefore[segment.block] ?? 0);
          return html`<tbody data-block=${segment.block}>
            ${blocks[segment.block]?.map((code, index) => row({ app, totals, search }, code, first + index))}
          </tbody>`;
        },
      )}
    </table>
  </div>`;
}

function countBefore(blocks: readonly (readonly DiscountCode[])[]): readonly number[] {
  let count = 0;
  return blocks.map(({ length }) => (count += length) - length);
}

function gap(height: number): TemplateResult {
  return html`<tbody aria-hidden="true">
    <tr class="gap">
      <td colspan="5" height=${height}></td>
    </tr>
  </tbody>`;
}

function row(
  { app, totals, search }: Pick<DiscountTable, 'app' | 'totals' | 'search'>,
  code: DiscountCode,
  rowIndex: number,
): TemplateResult {
  const { language, workspace } = app;
  const texts = textsOf[language];
  return html`<tr aria-rowindex=${rowIndex}>
    <th scope="row">
      <a class="code" href=${hrefOf(pathOfCode(code, search))}>${code.code ?? code.name ?? texts.batch}</a>
      ${pill(statusTexts[language][code.status], statusTones[code.status])}
      ${code.name === null ? null : html`<div class="small quiet name">${code.name}</div>`}
    </th>
    <td data-label=${texts.gives}>${giftText(code, language)}</td>
    <td class="number" data-label=${texts.uses}>${usesText(app, code)}</td>
    <td class="number" data-label=${texts.givenAway}>${givenText(app, totals.get(code.id))}</td>
    <td class="number" data-label=${texts.created}>
      <time datetime=${code.createdAt}>${formatDay(code.createdAt, language, workspace.timeZone)}</time>
    </td>
  </tr>`;
}

/** A batch may have been found by one of its strings: its page says what became of that. */
function pathOfCode({ id, kind }: DiscountCode, search: string): string {
  const path = `/discounts/${id}`;
  return kind === 'onetime' && search !== '' ? `${path}?${new URLSearchParams({ string: search })}` : path;
}

/** Current / cap; nothing without a cap and a use. */
function usesText({ language }: App, { usesTotal, maxUsesTotal }: DiscountCode): string {
  const uses = formatNumber(usesTotal, language);
  return maxUsesTotal === null ? '' : textsOf[language].usesOf(uses, formatNumber(maxUsesTotal, language));
}

/** One amount for each currency; nothing where nothing was given, or while it is not known. */
function givenText({ language }: App, totals: readonly CodeTotals[] = []): string {
  return totals
    .filter(({ orders }) => orders > 0)
    .map(({ currency, discountAmount, shippingDiscount }) =>
      formatMoney(discountAmount + shippingDiscount, currency, language === 'id' ? 'id-ID' : 'en'),
    )
    .join(' + ');
}

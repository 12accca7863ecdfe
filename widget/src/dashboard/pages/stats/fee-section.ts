import { formatMoney } from '@hemat/shared';
import type { ModuleFees } from '@hemat/shared/schemas';
import { html, type TemplateResult } from 'lit';
import type { App } from '../../core/app.js';
import { formatMonth, formatNumber, formatPercent } from '../../parts/format.js';
import type { Texts } from './texts-en.js';

/** What the module costs month by month, each currency apart; a month without orders costs nothing. */
export function feeSection(app: App, words: Texts, fees: readonly ModuleFees[]): TemplateResult {
  const { language, workspace } = app;
  const rows = fees.flatMap((month, index) => rowsOf(app, words, { month, isRunning: index === 0 }));
  const percent = formatPercent(workspace.moduleFeeBasisPoints / 100, language);
  return html`<p class="fee-lead">${words.feeText(percent)}</p>
    <div class="table-frame">
      <table>
        <caption class="unseen">
          ${words.feeCaption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.month}</th>
            <th scope="col" class="number">${words.orders}</th>
            <th scope="col" class="number">${words.feeBase}</th>
            <th scope="col" class="number">${words.fee}</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}

function rowsOf(
  { language, workspace }: App,
  words: Texts,
  { month, isRunning }: { readonly month: ModuleFees; readonly isRunning: boolean },
): TemplateResult[] {
  const nothing = { currency: workspace.defaultCurrency, orders: 0, netRevenue: 0, feeAmount: 0 };
  const fees = month.fees.length === 0 ? [nothing] : month.fees;
  return fees.map(({ currency, orders, netRevenue, feeAmount }) => {
    const money = (amount: number) => formatMoney(amount, currency, language === 'id' ? 'id-ID' : 'en');
    return html`<tr>
      <th scope="row">
        ${formatMonth(month.month, language)}
        ${isRunning ? html`<span class="small quiet">${words.soFar}</span>` : null}
      </th>
      <td class="number" data-label=${words.orders}>${formatNumber(orders, language)}</td>
      <td class="number" data-label=${words.feeBase}>${money(netRevenue)}</td>
      <td class="number" data-label=${words.fee}>${money(feeAmount)}</td>
    </tr>`;
  });
}

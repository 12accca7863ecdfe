import { css, html, LitElement, unsafeCSS, type PropertyDeclarations, type TemplateResult } from 'lit';
import uPlot from 'uplot';
import sheet from 'uplot/dist/uPlot.min.css?inline';
import { formatDay, formatNumber } from './format.js';
import type { Language } from '../core/language.js';

/** The uses of one day. */
export interface UsesPoint {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly uses: number;
}

const height = 180;

/** Uses day by day, drawn; the numbers themselves stand in a table for who cannot see the drawing. */
export class HematUsesChart extends LitElement {
  static override styles = [
    unsafeCSS(sheet),
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }
      .u-legend {
        font: inherit;
        font-size: 0.8125rem;
        text-align: start;
      }
      table:not(.u-legend) {
        position: absolute;
        clip-path: inset(50%);
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    points: { attribute: false },
    language: { attribute: false },
    label: {},
    dayLabel: { attribute: false },
  };

  /** Oldest first. */
  declare points: readonly UsesPoint[];
  declare language: Language;
  /** What is counted. */
  declare label: string;
  declare dayLabel: string;

  #plot: uPlot | undefined;
  readonly #scheme = matchMedia('(prefers-color-scheme: dark)');
  readonly #size = new ResizeObserver(() => this.#plot?.setSize({ width: this.#width(), height }));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size.observe(this);
    this.#scheme.addEventListener('change', this.#redraw);
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
    this.#scheme.removeEventListener('change', this.#redraw);
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  protected override render(): TemplateResult {
    return html`<div id="plot" aria-hidden="true"></div>
      <table>
        <caption>
          ${this.label}
        </caption>
        <thead>
          <tr>
            <th scope="col">${this.dayLabel}</th>
            <th scope="col">${this.label}</th>
          </tr>
        </thead>
        <tbody>
          ${this.points.map(
            ({ day, uses }) =>
              html`<tr>
                <th scope="row">${formatDay(day, this.language, 'UTC')}</th>
                <td>${formatNumber(uses, this.language)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  protected override updated(): void {
    const place = this.renderRoot.querySelector<HTMLElement>('#plot');
    this.#plot?.destroy();
    if (place === null) return;
    const days = this.points.map(({ day }) => Date.parse(day) / 1000);
    this.#plot = new uPlot(this.#options(), [days, this.points.map(({ uses }) => uses)], place);
  }

  #options(): uPlot.Options {
    const style = getComputedStyle(this);
    const accent = style.getPropertyValue('--dash-accent');
    const quiet = style.getPropertyValue('--wa-color-text-quiet');
    const line = style.getPropertyValue('--wa-color-surface-border');
    const axis: uPlot.Axis = { stroke: quiet, grid: { stroke: line, width: 1 }, ticks: { show: false } };
    return {
      width: this.#width(),
      height,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
      scales: { y: { range: (_, __, most) => [0, Math.max(5, Math.ceil(most * 1.1))] } },
      legend: { show: false },
      axes: [
        { ...axis, grid: { show: false }, values: (_, seconds) => seconds.map((at) => this.#shortDay(at)) },
        { ...axis, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10_000, 100_000] },
      ],
      series: [
        {},
        {
          label: this.label,
          stroke: accent,
          width: 2,
          fill: `color-mix(in srgb, ${accent} 14%, transparent)`,
        },
      ],
    };
  }

  #shortDay(seconds: number): string {
    const options = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(this.language, options).format(seconds * 1000);
  }

  #width(): number {
    return Math.max(200, this.clientWidth);
  }

  readonly #redraw = (): void => this.requestUpdate();
}

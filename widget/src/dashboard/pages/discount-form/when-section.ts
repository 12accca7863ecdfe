import { html, type TemplateResult } from 'lit';
import { formatMoment } from '../../parts/format.js';
import { textField } from '../../parts/form/field.js';
import { lastDayOf } from '../../parts/zoned-time.js';
import { bound, faultOf, type FormView } from './form-view.js';

/** Start and last day, on the workspace's clock. */
export function whenSection(view: FormView): TemplateResult {
  const { words, app } = view;
  const { timeZone } = app.workspace;
  return html`<section class="card stack">
    <h2>${words.whenTitle}</h2>
    <div class="pair">
      ${textField({
        ...bound(view, 'startsAt'),
        label: words.startsAt,
        hint: words.startsAtHint(timeZone),
        type: 'datetime-local',
      })}
      ${textField({
        ...bound(view, 'validThrough'),
        fault: faultOf(view, 'validThrough') ?? faultOf(view, 'expiresAt'),
        label: words.validThrough,
        hint: endHint(view),
        type: 'date',
      })}
    </div>
  </section>`;
}

/** An end within a day cannot be shown as a last day. */
function endHint({ words, app, state }: FormView): string {
  const { timeZone } = app.workspace;
  const expiresAt = state.edited?.expiresAt ?? null;
  if (expiresAt === null || state.draft.validThrough !== '') return words.validThroughHint;
  return lastDayOf(Date.parse(expiresAt), timeZone) === null
    ? words.endsWithin(formatMoment(expiresAt, app.language, timeZone))
    : words.validThroughHint;
}

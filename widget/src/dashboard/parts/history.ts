import type { AuditEntry } from '@hemat/shared/schemas';
import { css, html, type TemplateResult } from 'lit';
import type { App } from '../core/app.js';
import { historyTexts } from '../texts/history.js';
import { formatMoment } from './format.js';

/** One field that a change changed. */
interface FieldChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Who did what, and what it looked like before and after. */
export function historyTemplate(app: App, entries: readonly AuditEntry[]): TemplateResult {
  return html`<ol class="history">
    ${entries.map((entry) => entryTemplate(app, entry))}
  </ol>`;
}

function entryTemplate({ language, workspace }: App, entry: AuditEntry): TemplateResult {
  const words = historyTexts[language];
  const changes = changesOf(entry);
  return html`<li>
    <div class="row spread">
      <span><strong>${words.actions[entry.action] ?? entry.action}</strong> ${targetName(entry)}</span>
      <time class="small quiet" datetime=${entry.createdAt}
        >${formatMoment(entry.createdAt, language, workspace.timeZone)}</time
      >
    </div>
    <div class="small quiet">
      ${words.actors[entry.actor.kind]}
      ${entry.actor.name ?? (entry.actor.id === null ? null : html`<code>${entry.actor.id}</code>`)}
    </div>
    ${
      changes.length === 0
        ? null
        : html`<ul class="changes small">
            ${changes.map(
              ({ name, before, after }) =>
                html`<li>
                  <code>${name}</code>: <s>${before}</s> <span aria-hidden="true">→</span> ${after}
                </li>`,
            )}
          </ul>`
    }
  </li>`;
}

/** What the changed object is called, where it has a name a person knows. */
function targetName({ before, after }: AuditEntry): string | null {
  const object = isRecord(after) ? after : isRecord(before) ? before : {};
  const { code, orderId, name, url, email } = object;
  const names = [code, orderId, name, url, email].filter((value) => typeof value === 'string');
  return names.length === 0 ? null : names.slice(0, 2).join(' · ');
}

const silent = new Set(['updatedAt', 'version', 'status']);

/** The fields that differ; none where something was made or is gone. */
function changesOf({ before, after }: AuditEntry): FieldChange[] {
  if (!isRecord(before) || !isRecord(after)) return [];
  return Object.keys({ ...before, ...after })
    .filter((name) => !silent.has(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => ({ name, before: textOf(before[name]), after: textOf(after[name]) }));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (value == null || value === '') return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The looks of a history. */
export const historyStyles = css`
  .history {
    list-style: none;
    padding: 0;
    background: var(--wa-color-surface-default);
    border: 1px solid var(--wa-color-surface-border);
    border-radius: 0.75rem;
  }
  .history > li {
    display: grid;
    gap: 0.25rem;
    padding: 0.875rem 1rem;
  }
  .history > li + li {
    border-block-start: 1px solid var(--wa-color-surface-border);
  }
  .changes {
    padding-inline-start: 1.125rem;
    overflow-wrap: anywhere;
  }
  .changes s {
    color: var(--wa-color-text-quiet);
  }
`;

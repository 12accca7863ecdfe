import type { ApiKey } from '@hemat/shared/schemas';
import { html, type TemplateResult } from 'lit';
import { formatMoment } from '../../parts/format.js';
import { pill } from '../../parts/status-pill.js';
import type { KeysView } from './keys-view.js';

/** The keys without their secrets. */
export function keyTable(view: KeysView, keys: readonly ApiKey[]): TemplateResult {
  const { words } = view;
  return html`<div class="table-frame">
    <table>
      <caption class="unseen">
        ${words.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.name}</th>
          <th scope="col">${words.key}</th>
          <th scope="col">${words.may}</th>
          <th scope="col" class="number">${words.lastUsed}</th>
          <th scope="col"><span class="unseen">${words.actions}</span></th>
        </tr>
      </thead>
      <tbody>
        ${keys.map((key) => row(view, key))}
      </tbody>
    </table>
  </div>`;
}

function row({ app, store, words }: KeysView, key: ApiKey): TemplateResult {
  const { language, workspace } = app;
  const may = mayTexts(key, words).join(' · ');
  const isRevoked = key.revokedAt !== null;
  return html`<tr>
    <th scope="row">
      ${key.name} ${isRevoked ? pill(words.revoked, 'bad') : null}
      <div class="small quiet">${words.kinds[key.kind]}</div>
    </th>
    <td data-label=${words.key}><code>${key.keyId}</code></td>
    <td class="small" data-label=${words.may}>${may}</td>
    <td class="number small" data-label=${words.lastUsed}>
      ${key.lastUsedAt === null ? words.never : formatMoment(key.lastUsedAt, language, workspace.timeZone)}
    </td>
    <td class="number">
      ${
        isRevoked
          ? null
          : html`<wa-button size="s" appearance="outlined" @click=${() => store.askToRevoke(key)}
              >${words.revoke}<span class="unseen"> ${key.name}</span></wa-button
            >`
      }
    </td>
  </tr>`;
}

/** Who may everything needs no list of the rest. */
function mayTexts({ kind, scopes }: ApiKey, words: KeysView['words']): string[] {
  if (kind === 'publishable') return [words.noScopes];
  const told = scopes.includes('admin') ? (['admin'] as const) : scopes;
  return told.map((scope) => words.scopes[scope]);
}

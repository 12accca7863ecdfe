import type { AuditLogQuery } from '@hemat/shared/management-client';
import type { AuditEntry } from '@hemat/shared/schemas';
import type { App } from '../../core/app.js';
import { failureOf } from '../../core/failure.js';
import { PagedStore } from '../../core/paged-store.js';
import { Store } from '../../core/store.js';
import { tellFailure } from '../../parts/tell-failure.js';
import { zonedInstant } from '../../parts/zoned-time.js';

const dayMs = 86_400_000;

/** Which entries: days of the workspace's zone as `YYYY-MM-DD`, the last inclusive; empty: any. */
export interface AuditFilter {
  readonly from: string;
  readonly to: string;
  /** Id of what was changed. */
  readonly target: string;
  /** Id of who changed it. */
  readonly actor: string;
}

/** The filter as it stands, and whether the file is on its way. */
export interface AuditState {
  readonly filter: AuditFilter;
  readonly isExporting: boolean;
}

type AuditAction =
  | { readonly type: 'filtered'; readonly filter: AuditFilter }
  | { readonly type: 'exporting'; readonly isExporting: boolean };

/** Lists who did what, and hands it out as a file. */
export class AuditStore extends Store<AuditState, AuditAction> {
  readonly list: PagedStore<AuditEntry>;
  readonly #app: App;

  constructor(app: App, filter: AuditFilter) {
    super(reduceAudit, { filter, isExporting: false });
    this.#app = app;
    this.list = new PagedStore((cursor, options) =>
      app.client.auditLog.list({ ...this.#query(), ...cursor }, options),
    );
  }

  async show(filter: AuditFilter): Promise<void> {
    this.send({ type: 'filtered', filter });
    await this.list.load();
  }

  /** Everything that fits the filter, as CSV. */
  async export(fileName: string): Promise<void> {
    this.send({ type: 'exporting', isExporting: true });
    const query = new URLSearchParams(
      Object.entries(this.#query()).map(([name, value]) => [name, String(value)]),
    );
    try {
      await this.#app.download(`/audit-log?${query}`, fileName);
    } catch (error) {
      tellFailure(this.#app, failureOf(error));
    }
    this.send({ type: 'exporting', isExporting: false });
  }

  #query(): AuditLogQuery {
    const { from, to, target, actor } = this.state.filter;
    const { timeZone } = this.#app.workspace;
    const midnight = (day: string) => zonedInstant(`${day}T00:00`, timeZone);
    const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00Z`) + dayMs).toISOString().slice(0, 10);
    return {
      ...(from !== '' && { from: new Date(midnight(from)).toISOString() }),
      ...(to !== '' && { to: new Date(midnight(nextDay(to))).toISOString() }),
      ...(target !== '' && { target }),
      ...(actor !== '' && { actor }),
    };
  }
}

function reduceAudit(state: AuditState, action: AuditAction): AuditState {
  switch (action.type) {
    case 'filtered':
      return { ...state, filter: action.filter };
    case 'exporting':
      return { ...state, isExporting: action.isExporting };
  }
}

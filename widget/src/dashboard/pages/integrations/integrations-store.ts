import type { PatchWorkspace } from '@hemat/shared/management-client';
import type { WorkspaceOnWire } from '@hemat/shared/schemas';
import type { App } from '../../core/app.js';
import { failureOf } from '../../core/failure.js';
import { Store } from '../../core/store.js';
import { parseAmount } from '../../parts/amount-text.js';
import { parseList } from '../../parts/parse-list.js';
import {
  draftOf,
  reduceIntegrations,
  settingsAsTheyAre,
  type IntegrationsAction,
  type IntegrationsState,
  type SettingsDraft,
} from './integrations-state.js';

/** Switches the module, fetches the snippet, saves the settings. */
export class IntegrationsStore extends Store<IntegrationsState, IntegrationsAction> {
  readonly #app: App;
  #workspace: WorkspaceOnWire;

  constructor(app: App) {
    super(reduceIntegrations, settingsAsTheyAre(app.workspace));
    this.#app = app;
    this.#workspace = app.workspace;
  }

  readonly change = (change: Partial<SettingsDraft>): void => this.send({ type: 'changed', change });

  async loadEmbed(): Promise<void> {
    try {
      this.send({ type: 'embedded', embed: await this.#app.client.embed(this.#workspace.slug) });
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== null) this.send({ type: 'notEmbedded', failure });
    }
  }

  /** Turns Marketing on or off; what is shown follows what the service says. */
  async setMarketing(marketing: boolean): Promise<void> {
    this.send({ type: 'switching' });
    try {
      const modules = await this.#app.client.modules.update({ marketing });
      this.#take({ ...this.#workspace, marketingEnabled: modules.marketing, plan: modules.plan });
      this.send({ type: 'switched', failure: null });
      if (modules.marketing) await this.loadEmbed();
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== null) this.send({ type: 'switched', failure });
    }
  }

  /** Saves what differs; `said` stands in the notice. */
  async save(said: string): Promise<void> {
    const read = changeOf(draftOf(this.#workspace), this.state.draft);
    if (!read.ok) return this.send({ type: 'refused', faults: read.faults, failure: null });
    this.send({ type: 'saving' });
    try {
      const workspace = await this.#app.client.workspace.update(read.change);
      this.#take(workspace);
      this.send({ type: 'saved', draft: draftOf(workspace) });
      this.#app.notify({ text: said });
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) return;
      const faults = Object.fromEntries(
        Object.entries(failure.fields).map(([path, message]) => [path.split('.')[0] ?? path, message]),
      );
      const isOfFields = Object.keys(faults).length > 0;
      this.send({ type: 'refused', faults, failure: isOfFields ? null : failure });
    }
  }

  #take(workspace: WorkspaceOnWire): void {
    this.#workspace = workspace;
    this.#app.setWorkspace(workspace);
  }
}

type ReadChange =
  | { readonly ok: true; readonly change: PatchWorkspace }
  | { readonly ok: false; readonly faults: Record<string, string> };

function changeOf(before: SettingsDraft, draft: SettingsDraft): ReadChange {
  const differs = (name: keyof SettingsDraft) => before[name] !== draft[name];
  const increment = parseAmount(draft.roundingIncrement, draft.defaultCurrency);
  if (Number.isNaN(increment)) return { ok: false, faults: { roundingIncrement: 'NOT_A_NUMBER' } };
  const change: PatchWorkspace = {
    ...(differs('name') && { name: draft.name.trim() }),
    ...(differs('defaultCurrency') && { defaultCurrency: draft.defaultCurrency }),
    ...(differs('timeZone') && { timeZone: draft.timeZone }),
    ...(differs('roundingIncrement') && { roundingIncrement: increment }),
    ...(differs('allowedOrigins') && { allowedOrigins: parseList(draft.allowedOrigins) }),
    ...(differs('publicReasons') && { publicReasons: draft.publicReasons }),
    ...(differs('defaultLimitPolicy') && { defaultLimitPolicy: draft.defaultLimitPolicy }),
    ...(differs('defaultHoldMinutes') && { defaultHoldMinutes: Number(draft.defaultHoldMinutes) || 0 }),
    ...(differs('orderUrlTemplate') && { orderUrlTemplate: draft.orderUrlTemplate.trim() || null }),
  };
  return { ok: true, change };
}

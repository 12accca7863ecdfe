import { createManagementClient, type ManagementClient } from '@hemat/shared/management-client';
import type { WorkspaceOnWire } from '@hemat/shared/schemas';
import type { App } from '../core/app.js';
import { failureOf } from '../core/failure.js';
import { keepLanguage, startLanguage, type Language } from '../core/language.js';
import type { Notice } from '../core/notice.js';
import { findSession, type Session } from '../core/session.js';
import { Store } from '../core/store.js';
import { keptWorkspace, keepWorkspace } from '../core/workspace-choice.js';
import { reduceDashboard, type DashboardAction, type DashboardState } from './dashboard-state.js';

/** What the frame does: finds out who is there and where they work, speaks, and tells of what happened. */
export class DashboardStore extends Store<DashboardState, DashboardAction> {
  readonly client: ManagementClient;
  #workspaceId: string | null = keptWorkspace();
  #lastNotice = 0;

  constructor() {
    super(reduceDashboard, {
      stage: { at: 'starting' },
      language: startLanguage(),
      path: '',
      middle: { shows: 'loading' },
      isMenuOpen: false,
      notices: [],
    });
    keepLanguage(this.state.language);
    this.client = createManagementClient({
      endpoint: location.origin,
      workspace: () => this.#workspaceId,
      fetch: (input, init) => this.#watch(fetch(input, init)),
    });
  }

  /** Finds the session and its workspace. */
  async start(): Promise<void> {
    this.send({ type: 'staged', stage: { at: 'starting' } });
    try {
      const session = await findSession(this.client);
      if (session === null) return this.send({ type: 'staged', stage: { at: 'signedOut' } });
      await this.#enter(session, this.#workspaceId);
    } catch (error) {
      const failure = failureOf(error);
      if (failure?.code === 'AUTH_REQUIRED') this.send({ type: 'staged', stage: { at: 'signedOut' } });
      else if (failure !== null) this.send({ type: 'staged', stage: { at: 'failed', failure } });
    }
  }

  speak(language: Language): void {
    keepLanguage(language);
    this.send({ type: 'spoke', language });
  }

  readonly notify = (notice: Notice): void => {
    this.#lastNotice += 1;
    const id = this.#lastNotice;
    this.send({ type: 'noticed', notice, id });
    setTimeout(() => this.send({ type: 'forgot', id }), notice.stayMs ?? 6000);
  };

  /** What a page runs in; null while nobody works. */
  app(navigate: App['navigate']): App | null {
    const { stage, language } = this.state;
    if (stage.at !== 'working') return null;
    const { workspace, role } = stage;
    const { client, notify } = this;
    return { client, language, workspace, role, navigate, notify, setWorkspace: this.#setWorkspace };
  }

  async #enter(session: Session, wanted: string | null): Promise<void> {
    const { memberships } = session;
    const chosen = memberships.find(({ workspaceId }) => workspaceId === wanted) ?? memberships[0];
    if (chosen === undefined) return this.send({ type: 'staged', stage: { at: 'signedOut' } });
    this.#workspaceId = chosen.workspaceId;
    keepWorkspace(chosen.workspaceId);
    const workspace = await this.client.workspace.get();
    this.send({ type: 'staged', stage: { at: 'working', session, workspace, role: chosen.role } });
  }

  readonly #setWorkspace = (workspace: WorkspaceOnWire): void => {
    this.send({ type: 'workspaceChanged', workspace });
  };

  /** A session that ended elsewhere shows the sign-in, whichever call found out. */
  async #watch(coming: Promise<Response>): Promise<Response> {
    const response = await coming;
    if (response.status === 401 && this.state.stage.at === 'working')
      this.send({ type: 'staged', stage: { at: 'signedOut' } });
    return response;
  }
}

import { createManagementClient, type ManagementClient } from '@hemat/shared/management-client';
import type { SessionOnWire, WorkspaceOnWire } from '@hemat/shared/schemas';
import type { App } from '../core/app.js';
import { downloadFile } from '../core/download-file.js';
import { failureOf } from '../core/failure.js';
import { keepLanguage, startLanguage, type Language } from '../core/language.js';
import type { Notice } from '../core/notice.js';
import { hrefOf, placeOf } from '../core/place.js';
import { findSession } from '../core/session.js';
import { Store } from '../core/store.js';
import { keptWorkspace, keepWorkspace } from '../core/workspace-choice.js';
import { EntranceStore } from '../pages/sign-in/entrance-store.js';
import type { Door } from '../pages/sign-in/entrance-state.js';
import { reduceDashboard, type DashboardAction, type DashboardState } from './dashboard-state.js';

/** What the frame does: finds out who is there and where they work, speaks, and tells of what happened. */
export class DashboardStore extends Store<DashboardState, DashboardAction> {
  readonly client: ManagementClient;
  readonly #onEnter: () => void;
  #workspaceId: string | null = keptWorkspace();
  #lastNotice = 0;

  /** `onEnter` hears each time somebody begins to work in a workspace. */
  constructor(onEnter: () => void) {
    super(reduceDashboard, {
      stage: { at: 'starting' },
      language: startLanguage(),
      path: '',
      middle: { shows: 'loading' },
      isMenuOpen: false,
      notices: [],
    });
    this.#onEnter = onEnter;
    keepLanguage(this.state.language);
    this.client = createManagementClient({
      endpoint: location.origin,
      workspace: () => this.#workspaceId,
      fetch: (input, init) => this.#watch(send(input, init)),
    });
  }

  /** Finds the session and its workspace; a link of ours leads to its own door first. */
  async start(): Promise<void> {
    const door = doorOf(location);
    if (door.kind !== 'password') return this.#receive(door);
    this.send({ type: 'staged', stage: { at: 'starting' } });
    await this.#guard(async () => {
      const session = await findSession(this.client);
      if (session === null) this.#receive(door);
      else await this.#enter(session, this.#workspaceId);
    });
  }

  /** Works in another workspace of the person. */
  async switchTo(workspaceId: string): Promise<void> {
    const { stage } = this.state;
    if (stage.at === 'working') await this.#guard(() => this.#enter(stage.session, workspaceId));
  }

  async signOut(): Promise<void> {
    await this.#guard(async () => {
      await this.client.session.signOut();
      this.#receive({ kind: 'password' });
    });
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
    const download = (path: string, fileName: string) => downloadFile(path, { workspace, fileName });
    const setWorkspace = this.#setWorkspace;
    return { client, language, workspace, role, navigate, notify, download, setWorkspace };
  }

  async #enter(session: SessionOnWire, wanted: string | null): Promise<void> {
    const { workspaces } = session;
    const chosen = workspaces.find(({ id }) => id === wanted) ?? workspaces[0];
    if (chosen === undefined) return this.send({ type: 'staged', stage: { at: 'homeless', session } });
    this.#workspaceId = chosen.id;
    keepWorkspace(chosen.id);
    const workspace = await this.client.workspace.get();
    this.send({ type: 'staged', stage: { at: 'working', session, workspace, role: chosen.role } });
    this.#onEnter();
  }

  #receive(door: Door): void {
    const entrance = new EntranceStore(this.client, door, (session) => {
      if (door.kind !== 'password') history.replaceState(null, '', hrefOf('/discounts'));
      void this.#guard(() => this.#enter(session, this.#workspaceId));
    });
    this.send({ type: 'staged', stage: { at: 'entrance', entrance } });
  }

  async #guard(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== null) this.send({ type: 'staged', stage: { at: 'failed', failure } });
    }
  }

  readonly #setWorkspace = (workspace: WorkspaceOnWire): void => {
    this.send({ type: 'workspaceChanged', workspace });
  };

  /** A session that ended elsewhere shows the sign-in, whichever call found out. */
  async #watch(coming: Promise<Response>): Promise<Response> {
    const response = await coming;
    const isOver = response.status === 401 && !new URL(response.url).pathname.endsWith('/session/password');
    if (isOver && this.state.stage.at === 'working') this.#receive({ kind: 'password' });
    return response;
  }
}

/** What is taken away is taken away even as the page is left. */
function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const isLast = input instanceof Request && input.method === 'DELETE';
  return fetch(input, isLast ? { ...init, keepalive: true } : init);
}

/** Links carry their token behind `#`, which browsers send to nobody. */
function doorOf({ href }: Location): Door {
  const url = new URL(href);
  const token = url.hash.slice(1);
  const path = placeOf(url)?.path;
  if (path === '/invitation') return { kind: 'invitation', token, leadsTo: null };
  return path === '/reset-password' ? { kind: 'reset', token } : { kind: 'password' };
}

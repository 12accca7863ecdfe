import type { ManagementClient } from '@hemat/shared/management-client';
import type { WorkspaceOnWire } from '@hemat/shared/schemas';
import type { Language } from './language.js';
import type { Role } from './session.js';
import type { Notice } from './notice.js';

/** What a page runs in. */
export interface App {
  readonly client: ManagementClient;
  readonly language: Language;
  /** The workspace that is being managed, with its settings. */
  readonly workspace: WorkspaceOnWire;
  readonly role: Role;
  /** Goes to a path below `/dashboard`; `replace` leaves no step in the history. */
  readonly navigate: (path: string, options?: { readonly replace?: boolean }) => void;
  /** Shows and says a short text. */
  readonly notify: (notice: Notice) => void;
  /** Fetches a file of the workspace (path below `/v1`) and hands it to the browser's downloads. Throws HematError. */
  readonly download: (path: string, fileName: string) => Promise<void>;
  /** Tells of changed settings. */
  readonly setWorkspace: (workspace: WorkspaceOnWire) => void;
}

/** Whether a member may change codes. */
export function mayEdit({ role }: Pick<App, 'role'>): boolean {
  return role !== 'viewer';
}

/** Whether a member may change keys, members and settings. */
export function mayAdminister({ role }: Pick<App, 'role'>): boolean {
  return role === 'owner';
}

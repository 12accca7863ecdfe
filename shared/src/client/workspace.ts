import type { z } from 'zod';
import type { patchWorkspaceInput } from '../schemas/patch-workspace.js';
import type { WorkspaceOnWire } from '../schemas/workspace.js';
import type { CallOptions } from './call-options.js';
import type { Transport } from './transport.js';

/** A change of the workspace's settings: only what is named changes. */
export type PatchWorkspace = z.input<typeof patchWorkspaceInput>;

/** The key's workspace. Every call throws HematError. */
export interface WorkspaceCalls {
  get(options?: CallOptions): Promise<WorkspaceOnWire>;
  update(change: PatchWorkspace, options?: CallOptions): Promise<WorkspaceOnWire>;
}

/** The calls on `/v1/workspace`. */
export function createWorkspaceCalls(transport: Transport): WorkspaceCalls {
  return {
    get: (options) => transport.get('workspace', {}, options),
    update: (change, options) => transport.patch('workspace', change, options),
  };
}

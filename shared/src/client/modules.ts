import type { Modules, PatchModulesInput } from '../schemas/modules.js';
import type { CallOptions } from './call-options.js';
import type { Transport } from './transport.js';

/** The workspace's modules. Every call throws HematError. */
export interface ModuleCalls {
  get(options?: CallOptions): Promise<Modules>;
  /** Switches Marketing on or off; `UPGRADE_REQUIRED` on the free plan. Nothing is lost while it is off. */
  update(change: PatchModulesInput, options?: CallOptions): Promise<Modules>;
}

/** The calls on `/v1/modules`. */
export function createModuleCalls(transport: Transport): ModuleCalls {
  return {
    get: (options) => transport.get('modules', {}, options),
    update: (change, options) => transport.patch('modules', change, options),
  };
}

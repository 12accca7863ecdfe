import type { Modules, PatchModulesInput } from '../schemas/modules.js';
import type { ModuleFees } from '../schemas/stats.js';
import type { CallOptions } from './call-options.js';
import type { Transport } from './transport.js';

/** The workspace's modules. Every call throws HematError. */
export interface ModuleCalls {
  get(options?: CallOptions): Promise<Modules>;
  /** Switches Marketing on or off; `UPGRADE_REQUIRED` on the free plan. Nothing is lost while it is off. */
  update(change: PatchModulesInput, options?: CallOptions): Promise<Modules>;
  /** What the Marketing module costs in a month (`YYYY-MM`, default this one), each currency apart. */
  fees(query?: { readonly month?: string }, options?: CallOptions): Promise<ModuleFees>;
}

/** The calls on `/v1/modules`. */
export function createModuleCalls(transport: Transport): ModuleCalls {
  return {
    get: (options) => transport.get('modules', {}, options),
    update: (change, options) => transport.patch('modules', change, options),
    fees: (query = {}, options) => transport.get('modules/fees', { ...query }, options),
  };
}

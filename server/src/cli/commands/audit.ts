import { defineCommand } from 'citty';
import { auditCounters } from '../../services/audit-counters.js';
import { withService } from '../open-service.js';
import { print, printJson } from '../print.js';

/** `hemat audit`: counts the ledger anew and compares; exits 1 where a counter differs and was not repaired. */
export const audit = defineCommand({
  meta: { name: 'audit', description: 'Count the ledger anew and compare every counter with it' },
  args: {
    repair: { type: 'boolean', description: 'Set each counter that differs to what the ledger says' },
    json: { type: 'boolean', description: 'Print one line of JSON and nothing else' },
  },
  run: async ({ args }) => {
    const { drift, repaired } = await withService({}, (deps) =>
      auditCounters(deps, { repair: args.repair === true }),
    );
    if (args.json) printJson({ drift, repaired });
    else {
      for (const { workspaceId, discountCodeId, customerId, stringKey, counter, stored, expected } of drift) {
        const where = [workspaceId, discountCodeId, stringKey, customerId]
          .filter((part) => part !== null)
          .join(' ');
        print(`${where}: ${counter} is ${stored}, the ledger says ${expected}`);
      }
      print(`${drift.length} drift${repaired ? ', repaired' : ''}`);
    }
    if (drift.length > 0 && !repaired) process.exitCode = 1;
  },
});

import { hostileSabotages } from './hostile.js';
import { httpSabotages } from './http.js';
import { ledgerSabotages } from './ledger.js';
import { replicaSabotages } from './replicas.js';
import { ruleSabotages } from './rule.js';
import type { Sabotage } from './sabotage.js';
import { storageSabotages } from './storage.js';

/** Every way to break the service that the tests are known to notice; `npm run test:sabotage` tries each. */
export const sabotages: readonly Sabotage[] = [
  ...ruleSabotages,
  ...ledgerSabotages,
  ...storageSabotages,
  ...httpSabotages,
  ...hostileSabotages,
  ...replicaSabotages,
];

import { writeSync } from 'node:fs';
import { createDeps } from '../../../server/src/create-deps.js';
import type { CallDeps } from '../../../server/src/services/deps.js';
import { lockOrder } from '../../../server/src/services/lock-order.js';
import { redeemOrder } from '../../../server/src/services/redeem-order.js';
import { releaseOrder } from '../../../server/src/services/release-order.js';
import { workspaceFromRow } from '../../../server/src/services/workspace-from-row.js';
import { openStorage } from '../../../server/src/storage/open-storage.js';
import { findWorkspaceById } from '../../../server/src/storage/repositories/workspaces.js';

// Redeems order after order, sixteen at once, and writes down each one that was acknowledged, until it is killed.

const [url = '', workspaceId = '', round = ''] = process.argv.slice(2);
const clients = 16;
const codes = ['KILL-HONOR', 'KILL-HOLD', 'KILL-STRICT'];
const cart = { currency: 'IDR', subtotal: 250_000 };

const storage = await openStorage(url, { exclusive: true });
const row = await findWorkspaceById(storage.reader, workspaceId);
if (row === undefined) throw new Error('the workspace is not there');
const deps: CallDeps = {
  ...createDeps({ storage, secret: 'a secret of thirty-two bytes or so' }),
  workspace: workspaceFromRow(row),
  actor: { kind: 'api_key', id: 'ak_kill' },
};

async function work(client: number): Promise<void> {
  for (let n = 0; ; n += 1) {
    const order = { orderId: `${round}-${client}-${n}`, customerId: `c-${(client + n) % 40}` };
    const code = codes[n % codes.length] ?? '';
    const way = (client + n) % 4;
    if (way > 0) await lockOrder(deps, { ...order, code, ...cart });
    if (way === 3) {
      await releaseOrder(deps, order);
      continue;
    }
    const redeemed = await redeemOrder(deps, way === 0 ? { ...order, code, ...cart } : order);
    if (!redeemed.ok) throw new Error(JSON.stringify(redeemed.refusal));
    writeSync(1, `${order.orderId} ${redeemed.value.redemption.id}\n`);
  }
}

await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));

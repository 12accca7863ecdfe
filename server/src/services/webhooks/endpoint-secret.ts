import type { WebhookEndpointsTable } from '../../storage/webhook-tables.js';
import type { Deps } from '../deps.js';
import { openSecret, sealSecret, type SealContext } from '../keys/sealed-secret.js';

type Owner = Pick<WebhookEndpointsTable, 'workspace_id' | 'id'>;

const secretBytes = 32;

/** A new secret, as its owner is shown it once and as it is stored. */
export function mintEndpointSecret(
  deps: Pick<Deps, 'deriveKey' | 'randomBytes'>,
  owner: Owner,
): { readonly secret: string; readonly sealed: string } {
  const secret = `whsec_${Buffer.from(deps.randomBytes(secretBytes)).toString('base64')}`;
  return { secret, sealed: sealSecret(secret, contextOf(deps, owner), deps.randomBytes) };
}

/** The secrets that sign at `now` (epoch ms), newest first. */
export function endpointSecrets(
  deps: Pick<Deps, 'deriveKey'>,
  row: WebhookEndpointsTable,
  now: number,
): string[] {
  const { sealed_secret, previous_sealed_secret, previous_secret_until } = row;
  const isOverlap = previous_secret_until !== null && now < previous_secret_until;
  const sealed = [sealed_secret, ...(isOverlap && previous_sealed_secret ? [previous_sealed_secret] : [])];
  return sealed.map((text) => openSecret(text, contextOf(deps, row)));
}

function contextOf({ deriveKey }: Pick<Deps, 'deriveKey'>, { workspace_id, id }: Owner): SealContext {
  return { key: deriveKey('webhook-endpoints', workspace_id), owner: id };
}

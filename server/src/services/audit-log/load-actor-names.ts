import { listApiKeyNames } from '../../storage/repositories/api-keys.js';
import { listMemberNames } from '../../storage/repositories/members.js';
import type { AuditLogTable } from '../../storage/tables.js';
import type { CallDeps } from '../deps.js';

/** What a person reads for an actor's id: the name of a key, or the e-mail address of a member, removed or not. */
export type ActorNames = ReadonlyMap<string, string>;

/** The names behind rows of the audit log. */
export async function loadActorNames(
  { storage, workspace }: CallDeps,
  rows: readonly AuditLogTable[],
): Promise<ActorNames> {
  const idsOf = (kind: AuditLogTable['actor_kind']) => [
    ...new Set(
      rows.flatMap((row) => (row.actor_kind === kind && row.actor_id !== null ? [row.actor_id] : [])),
    ),
  ];
  const [keys, members] = await Promise.all([
    listApiKeyNames(storage.reader, workspace.id, idsOf('api_key')),
    listMemberNames(storage.reader, workspace.id, idsOf('member')),
  ]);
  return new Map([...keys, ...members].map(({ id, name }) => [id, name]));
}

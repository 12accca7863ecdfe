import type { ApiKeyScope, MemberRole } from '@hemat/shared/schemas';
import { withIncluded } from '../keys/known-key.js';

/** What each role may do, by the scopes of keys. */
export const roleScopes: Readonly<Record<MemberRole, ReadonlySet<ApiKeyScope>>> = {
  viewer: withIncluded(['read']),
  manager: withIncluded(['read', 'validate', 'redeem', 'manage']),
  owner: withIncluded(['admin']),
};

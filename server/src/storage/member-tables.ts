/**
 * People, their sessions and passwords, as the sign-in library keeps them, and their places in workspaces. A person stands above
 * workspaces, so the `auth_` tables do not lead with one.
 */
export interface MemberTables {
  auth_users: AuthUsersTable;
  auth_sessions: AuthSessionsTable;
  auth_accounts: AuthAccountsTable;
  auth_verifications: AuthVerificationsTable;
  members: MembersTable;
  invitations: InvitationsTable;
}

export interface AuthUsersTable {
  /** `per_` + ULID. */
  id: string;
  name: string;
  /** In lower case. */
  email: string;
  email_verified: number;
  image: string | null;
  created_at: number;
  updated_at: number;
}

export interface AuthSessionsTable {
  id: string;
  user_id: string;
  /** Worth nothing without the signature that only the cookie carries. */
  token: string;
  ip_address: string | null;
  user_agent: string | null;
  expires_at: number;
  created_at: number;
  updated_at: number;
}

/** How a person proves who they are; `credential` is the only provider. */
export interface AuthAccountsTable {
  id: string;
  user_id: string;
  account_id: string;
  provider_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: number | null;
  refresh_token_expires_at: number | null;
  scope: string | null;
  /** scrypt, with its salt. */
  password: string | null;
  created_at: number;
  updated_at: number;
}

/** Single-use tokens, by their hash. */
export interface AuthVerificationsTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: number;
  created_at: number;
  updated_at: number;
}

/** A person's place in a workspace; a removed one is kept, so that the audit log can name who it was. */
export interface MembersTable {
  workspace_id: string;
  /** `mem_` + ULID. */
  id: string;
  user_id: string;
  role: 'owner' | 'manager' | 'viewer';
  created_at: number;
  updated_at: number;
  removed_at: number | null;
}

/** A single-use link into a workspace. */
export interface InvitationsTable {
  workspace_id: string;
  /** `inv_` + ULID. */
  id: string;
  /** In lower case; null: whoever has the link chooses. */
  email: string | null;
  role: 'owner' | 'manager' | 'viewer';
  /** SHA-256 of the link's token, hex. */
  token_hash: string;
  created_at: number;
  expires_at: number;
  accepted_at: number | null;
  withdrawn_at: number | null;
}

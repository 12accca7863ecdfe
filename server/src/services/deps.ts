import type { Storage } from '../storage/storage.js';

/** Who asks: written to the audit log. */
export interface Actor {
  readonly kind: 'api_key' | 'member' | 'system';
  readonly id: string | null;
}

/** The workspace a verb acts for, with the settings the rules need. */
export interface Workspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly plan: string;
  readonly marketingEnabled: boolean;
  readonly defaultCurrency: string;
  readonly timeZone: string;
  readonly roundingIncrement: number | null;
  readonly allowedOrigins: readonly string[];
  readonly publicReasons: 'full' | 'generic';
  readonly defaultLimitPolicy: 'honor' | 'hold' | 'strict';
  readonly defaultHoldMinutes: number;
  readonly orderUrlTemplate: string | null;
  readonly moduleFeeBasisPoints: number;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What every verb is given: the storage, the clock, ids, and keys derived from the master secret. */
export interface Deps {
  readonly storage: Storage;
  /** Epoch ms. */
  readonly now: () => number;
  /** A typed id: prefix and a monotonic ULID, for example `newId('red')` → `red_01J…`. */
  readonly newId: (prefix: string) => string;
  /** Calls of this process that are made once and whose answer is still being made. */
  readonly inFlight: Set<string>;
  /** Random bytes for keys and codes. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** A 32-byte key for one purpose and workspace, by HKDF-SHA256 from `HEMAT_SECRET`. */
  readonly deriveKey: (purpose: string, workspaceId: string) => Uint8Array;
}

/** Deps of one call: whose workspace, who asks. */
export interface CallDeps extends Deps {
  readonly workspace: Workspace;
  readonly actor: Actor;
}

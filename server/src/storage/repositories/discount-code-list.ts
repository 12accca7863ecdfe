import { sql, type ExpressionBuilder, type Nullable } from 'kysely';
import type { Reader } from '../storage.js';
import type { Tables } from '../tables.js';
import { withCounters, type DiscountCodeRow } from './discount-codes.js';

/** Where a code stands, as the list filters by it. */
export type DiscountCodeStatus = 'scheduled' | 'active' | 'paused' | 'expired' | 'used_up' | 'archived';

/** Where the last page ended. */
export interface NewestFirstPlace {
  readonly createdAt: number;
  readonly id: string;
}

export interface DiscountCodeQuery {
  readonly workspaceId: string;
  /** Epoch ms, for what depends on the moment. */
  readonly now: number;
  readonly limit: number;
  readonly after?: NewestFirstPlace | undefined;
  /** The oldest code that is looked at. */
  readonly downTo?: NewestFirstPlace | undefined;
  /** Codes whose canonical key begins so are left out. */
  readonly withoutPrefix?: string | undefined;
  readonly active?: boolean | undefined;
  /** In the canonical key, the name or the title, in any ASCII letter case. */
  readonly search?: { readonly text: string; readonly key: string } | undefined;
  readonly status?: DiscountCodeStatus | undefined;
  /** Epoch ms: still running, and over by then. */
  readonly expiringBefore?: number | undefined;
  /** Codes of scope `products` that name it. */
  readonly productId?: string | undefined;
}

type Where = ExpressionBuilder<
  Pick<Tables, 'discount_codes' | 'discount_code_usage'> & {
    string_batches: Nullable<Tables['string_batches']>;
  },
  'discount_codes' | 'discount_code_usage' | 'string_batches'
>;

/** A page of a workspace's codes, newest first, stable under inserts. */
export function listDiscountCodes(db: Reader, query: DiscountCodeQuery): Promise<DiscountCodeRow[]> {
  return withCounters(db)
    .where('discount_codes.workspace_id', '=', query.workspaceId)
    .where((where) => where.and(filters(where, query)))
    .orderBy('discount_codes.created_at', 'desc')
    .orderBy('discount_codes.id', 'desc')
    .limit(query.limit)
    .execute();
}

/** The codes whose canonical key begins with `prefix`, in the order of their keys. */
export function listDiscountCodesByPrefix(
  db: Reader,
  query: DiscountCodeQuery,
  prefix: string,
): Promise<DiscountCodeRow[]> {
  return withCounters(db)
    .where('discount_codes.workspace_id', '=', query.workspaceId)
    .where((where) => where.and([...filters(where, query), beginsWith(where, prefix)]))
    .orderBy('discount_codes.canonical_key')
    .limit(query.limit)
    .execute();
}

/** Where the code stands that is `count` codes behind a place, newest first; `undefined` where there are fewer. */
export function findPlaceBehind(
  db: Reader,
  { workspaceId, after, count }: { workspaceId: string; after: NewestFirstPlace | undefined; count: number },
): Promise<NewestFirstPlace | undefined> {
  let codes = db
    .selectFrom('discount_codes')
    .select(['created_at as createdAt', 'id'])
    .where('workspace_id', '=', workspaceId);
  if (after !== undefined) {
    codes = codes.where((where) =>
      where(where.refTuple('created_at', 'id'), '<', where.tuple(after.createdAt, after.id)),
    );
  }
  return codes
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(count - 1)
    .limit(1)
    .executeTakeFirst();
}

function filters(where: Where, query: DiscountCodeQuery) {
  const { after, downTo, withoutPrefix, active, search, status, expiringBefore, productId, now } = query;
  return [
    ...(after === undefined ? [] : [stands(where, '<', after)]),
    ...(downTo === undefined ? [] : [stands(where, '>=', downTo)]),
    ...(withoutPrefix === undefined ? [] : [where.not(beginsWith(where, withoutPrefix))]),
    ...(active === undefined ? [] : [where('active', '=', active ? 1 : 0)]),
    ...(search === undefined ? [] : [contains(where, search)]),
    ...(status === undefined ? [] : [hasStatus[status](where, now)]),
    ...(expiringBefore === undefined
      ? []
      : [where('expires_at', '>', now), where('expires_at', '<=', expiringBefore)]),
    ...(productId === undefined ? [] : [namesProduct(where, productId)]),
  ];
}

function stands(where: Where, than: '<' | '>=', { createdAt, id }: NewestFirstPlace) {
  return where(
    where.refTuple('discount_codes.created_at', 'discount_codes.id'),
    than,
    where.tuple(createdAt, id),
  );
}

/** As a span of keys, so that the index finds them; no key has a character behind the last one there is. */
function beginsWith(where: Where, prefix: string) {
  return where.and([
    where('discount_codes.canonical_key', '>=', prefix),
    where('discount_codes.canonical_key', '<', `${prefix}\u{10ffff}`),
  ]);
}

function contains(where: Where, { text, key }: { text: string; key: string }) {
  const find = (column: 'canonical_key' | 'name' | 'title', wanted: string) =>
    sql<boolean>`lower(${where.ref(column)}) like ${pattern(wanted.toLowerCase())} escape '\\'`;
  return where.or([find('canonical_key', key), find('name', text), find('title', text)]);
}

/** The column is a JSON list of strings. */
function namesProduct(where: Where, productId: string) {
  const like = pattern(JSON.stringify(productId));
  return where.and([
    where('scope', '=', 'products'),
    sql<boolean>`${where.ref('product_ids')} like ${like} escape '\\'`,
  ]);
}

/** `text` anywhere. */
function pattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** The first that fits in the order archived, used up, expired, paused, scheduled, active. */
const hasStatus: Record<DiscountCodeStatus, (where: Where, now: number) => ReturnType<Where['and']>> = {
  archived: (where) => where.and([where('archived_at', 'is not', null)]),
  used_up: (where) => where.and([isKept(where), isUsedUp(where)]),
  expired: (where, now) => where.and([isKept(where), where.not(isUsedUp(where)), isOver(where, now)]),
  paused: (where, now) => where.and([isLive(where, now), where('active', '=', 0)]),
  scheduled: (where, now) =>
    where.and([isLive(where, now), where('active', '=', 1), where('starts_at', '>', now)]),
  active: (where, now) =>
    where.and([
      isLive(where, now),
      where('active', '=', 1),
      where.or([where('starts_at', 'is', null), where('starts_at', '<=', now)]),
    ]),
};

function isKept(where: Where) {
  return where('archived_at', 'is', null);
}

/** Paid uses only: a hold may still come back. A batch is used up with its last string as well. */
function isUsedUp(where: Where) {
  const total = where.ref('string_batches.total');
  return where.or([
    where.and([
      where('max_uses_total', 'is not', null),
      where('uses_total', '>=', where.ref('max_uses_total')),
    ]),
    where.and([where('string_batches.total', 'is not', null), where('uses_total', '>=', total)]),
  ]);
}

function isOver(where: Where, now: number) {
  return where.and([where('expires_at', 'is not', null), where('expires_at', '<=', now)]);
}

function isLive(where: Where, now: number) {
  return where.and([isKept(where), where.not(isUsedUp(where)), where.not(isOver(where, now))]);
}

import { percentToBasisPoints, validThroughToInstant, type DiscountType } from '@hemat/shared';
import { ruleFaults, type PatchDiscountCodeInput } from '@hemat/shared/schemas';
import type { DiscountCodesTable } from '../storage/tables.js';
import { valueOf } from './present-discount-code.js';
import type { Fault } from './refuse-invalid.js';

/** What a request may say of a code; `code` itself apart. */
export type DiscountCodeFields = Omit<PatchDiscountCodeInput, 'code'>;

/** A row with a request's fields on it, and every law that it breaks then. */
export interface MergedDiscountCode {
  readonly row: DiscountCodesTable;
  readonly faults: readonly Fault[];
}

/** Lays a request's fields over a row. `timeZone` (IANA) says where the day of `validThrough` ends. */
export function mergeDiscountCode(
  row: DiscountCodesTable,
  fields: DiscountCodeFields,
  timeZone: string,
): MergedDiscountCode {
  const type = fields.type ?? row.type;
  const value = fields.value ?? valueOf(row);
  const merged: DiscountCodesTable = {
    ...row,
    ...texts(row, fields),
    ...discount(type, value),
    ...scope(row, fields),
    ...limits(row, fields),
    ...switches(row, fields),
    starts_at: moment(fields.startsAt, row.starts_at),
    expires_at: expiry(row, fields, timeZone),
  };
  return { row: merged, faults: [...askFaults(row, fields), ...lawFaults(merged, value)] };
}

/** `undefined` keeps, `null` clears. */
function pick<Value>(given: Value | null | undefined, kept: Value | null): Value | null {
  return given === undefined ? kept : given;
}

function texts(row: DiscountCodesTable, fields: DiscountCodeFields) {
  return {
    name: pick(fields.name, row.name),
    description: pick(fields.description, row.description),
    title: pick(fields.title, row.title),
    metadata: list(fields.metadata, row.metadata, {}),
  };
}

function discount(type: DiscountType, value: number) {
  return isPercentage(type)
    ? { type, value_basis_points: percentToBasisPoints(value), value_amount: null }
    : { type, value_basis_points: null, value_amount: value };
}

function isPercentage(type: DiscountType): boolean {
  return type === 'percent' || type === 'shipping_percent';
}

/** Another scope drops the list of the one before. */
function scope(row: DiscountCodesTable, fields: DiscountCodeFields) {
  const chosen = fields.scope ?? row.scope;
  const keep = chosen === row.scope;
  return {
    scope: chosen,
    product_ids: list(unique(fields.productIds), keep ? row.product_ids : '[]', []),
    tag_filter: list(unique(fields.tagFilter), keep ? row.tag_filter : '[]', []),
  };
}

function limits(row: DiscountCodesTable, fields: DiscountCodeFields) {
  const regions = unique(fields.regions);
  return {
    currency: pick(fields.currency, row.currency),
    min_purchase_amount: pick(fields.minPurchaseAmount, row.min_purchase_amount),
    max_discount_amount: pick(fields.maxDiscountAmount, row.max_discount_amount),
    max_uses_total: pick(fields.maxUsesTotal, row.max_uses_total),
    max_uses_per_customer: pick(fields.maxUsesPerCustomer, row.max_uses_per_customer),
    customer_eligibility: fields.customerEligibility ?? row.customer_eligibility,
    regions: regions === undefined ? row.regions : regions?.length ? JSON.stringify(regions) : null,
    combines_with: list(unique(fields.combinesWith), row.combines_with, []),
    limit_policy: fields.limitPolicy ?? row.limit_policy,
    hold_minutes: fields.holdMinutes ?? row.hold_minutes,
  };
}

function switches(row: DiscountCodesTable, fields: DiscountCodeFields) {
  return { active: flag(fields.active, row.active), public: flag(fields.public, row.public) };
}

function flag(given: boolean | null | undefined, kept: number): number {
  return given == null ? kept : Number(given);
}

function list(given: unknown, kept: string, none: unknown): string {
  return given === undefined ? kept : JSON.stringify(given ?? none);
}

function unique<Item>(given: readonly Item[] | null | undefined): Item[] | null | undefined {
  return given == null ? given : [...new Set(given)];
}

function moment(given: string | null | undefined, kept: number | null): number | null {
  if (given === undefined) return kept;
  return given === null ? null : Date.parse(given);
}

function expiry(row: DiscountCodesTable, fields: DiscountCodeFields, timeZone: string): number | null {
  if (fields.validThrough != null) return validThroughToInstant(fields.validThrough, timeZone);
  return moment(fields.expiresAt, row.expires_at);
}

/** What a request may not ask, whatever stands in the row. */
function askFaults(row: DiscountCodesTable, fields: DiscountCodeFields): Fault[] {
  const faults: Fault[] = [];
  if (fields.validThrough != null && fields.expiresAt != null) {
    faults.push({ path: ['validThrough'], code: 'custom', message: 'stands beside expiresAt; give one' });
  }
  if (row.kind === 'onetime' && fields.public === true) {
    faults.push({ path: ['public'], code: 'custom', message: 'cannot be, as a batch has no code to show' });
  }
  if (fields.type != null && fields.value == null && isPercentage(fields.type) !== isPercentage(row.type)) {
    faults.push({
      path: ['value'],
      code: 'custom',
      message: 'is needed, as the new type counts in another unit',
    });
  }
  return faults;
}

function lawFaults(row: DiscountCodesTable, value: number): Fault[] {
  const faults = ruleFaults({
    type: row.type,
    value,
    currency: row.currency,
    scope: row.scope,
    // Both were written above as lists of strings.
    productIds: JSON.parse(row.product_ids) as string[],
    tagFilter: JSON.parse(row.tag_filter) as string[],
    minPurchaseAmount: row.min_purchase_amount,
    maxDiscountAmount: row.max_discount_amount,
    startsAt: row.starts_at,
    expiresAt: row.expires_at,
  });
  return faults.map((fault) => ({ ...fault, code: 'custom' }));
}

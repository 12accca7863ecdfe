import type { WorkspacesTable } from '../storage/tables.js';
import type { Workspace } from './deps.js';

/** A workspace out of its row. */
export function workspaceFromRow(row: WorkspacesTable): Workspace {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    plan: row.plan,
    marketingEnabled: row.marketing_enabled === 1,
    defaultCurrency: row.default_currency,
    timeZone: row.time_zone,
    roundingIncrement: row.rounding_increment,
    // Written as a checked list of origins.
    allowedOrigins: JSON.parse(row.allowed_origins) as string[],
    publicReasons: row.public_reasons,
    defaultLimitPolicy: row.default_limit_policy,
    defaultHoldMinutes: row.default_hold_minutes,
    orderUrlTemplate: row.order_url_template,
    moduleFeeBasisPoints: row.module_fee_basis_points,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

import type { DiscountCode } from '@hemat/shared/schemas';
import type { Workspace } from '../../services/deps.js';

/** A code as these systems' clients know it; the use counter under both of its names. */
export function presentCode(code: DiscountCode, workspace: Workspace) {
  return {
    id: code.id,
    accountId: workspace.id,
    // A batch has no code of its own.
    code: code.code ?? '',
    description: code.description,
    type: code.type,
    value: code.value,
    currency: code.currency ?? workspace.defaultCurrency,
    scope: code.scope,
    productIds: code.productIds,
    tagFilter: code.tagFilter,
    minPurchaseAmount: code.minPurchaseAmount,
    maxUsesTotal: code.maxUsesTotal,
    maxUsesPerCustomer: code.maxUsesPerCustomer,
    startsAt: code.startsAt,
    expiresAt: code.expiresAt,
    active: code.active,
    public: code.public,
    redemptionCount: code.usesTotal,
    usesTotal: code.usesTotal,
    source: null,
    sourceRefId: null,
    createdAt: code.createdAt,
    updatedAt: code.updatedAt,
    archivedAt: code.archivedAt,
  };
}

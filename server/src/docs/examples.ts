import type {
  ApiKey,
  DiscountCode,
  EmbedAnswer,
  LockAnswer,
  Redemption,
  TeaserAnswer,
  Terms,
  ValidateAnswer,
  WorkspaceOnWire,
} from '@hemat/shared/schemas';

/** A code as a merchant sees it. */
export const discountCodeExample: DiscountCode = {
  id: 'disc_01KAHX3Z5W8Q2M4N6P8R0T2V4X',
  code: 'KOPI10',
  kind: 'reusable',
  generation: null,
  status: 'active',
  name: 'Ten percent on coffee',
  description: null,
  title: '10% off every coffee',
  type: 'percent',
  value: 10,
  currency: 'IDR',
  scope: 'tags',
  productIds: [],
  tagFilter: ['coffee'],
  minPurchaseAmount: 100_000,
  maxDiscountAmount: 50_000,
  maxUsesTotal: 500,
  maxUsesPerCustomer: 1,
  customerEligibility: 'all',
  regions: null,
  combinesWith: ['shipping'],
  startsAt: null,
  expiresAt: '2026-12-31T17:00:00.000Z',
  active: true,
  public: true,
  limitPolicy: 'honor',
  holdMinutes: 60,
  usesTotal: 12,
  holdsTotal: 0,
  metadata: {},
  version: 1,
  createdAt: '2026-11-21T03:00:00.000Z',
  updatedAt: '2026-11-21T03:00:00.000Z',
  archivedAt: null,
};

const cart = { currency: 'IDR', subtotal: 250_000, shippingAmount: 0 };
const figures = { ...cart, discountAmount: 25_000, shippingDiscount: 0, total: 225_000 };

const terms: Terms = {
  id: discountCodeExample.id,
  code: 'KOPI10',
  version: 1,
  title: discountCodeExample.title,
  type: 'percent',
  value: 10,
  currency: 'IDR',
  scope: 'tags',
  productIds: [],
  tagFilter: ['coffee'],
  minPurchaseAmount: 100_000,
  maxDiscountAmount: 50_000,
  regions: null,
  combinesWith: ['shipping'],
  startsAt: null,
  expiresAt: '2026-12-31T17:00:00.000Z',
  customerEligibility: 'all',
  customerRequired: true,
  roundingIncrement: null,
};

/** A code that applies. */
export const appliedExample: ValidateAnswer = {
  applies: true,
  codes: [{ id: terms.id, code: 'KOPI10', discountAmount: 25_000, shippingDiscount: 0, terms }],
  ...figures,
  allocations: [{ lineId: '1', amount: 25_000 }],
  quote: 'q1_…',
  quoteExpiresAt: '2026-11-21T03:34:05.678Z',
  serverTime: '2026-11-21T03:04:05.678Z',
};

/** A lock as the ledger holds it. */
export const redemptionExample: Redemption = {
  id: 'red_01KAHX4A7B9C1D3E5F7G9H1J3K',
  discountCodeId: terms.id,
  code: 'KOPI10',
  ruleVersion: 1,
  orderId: 'ORDER-1001',
  externalSource: 'default',
  customerId: null,
  status: 'locked',
  limitPolicy: 'honor',
  overLimit: false,
  ...figures,
  allocations: [
    {
      lineId: '1',
      productId: 'kopi-gayo-250',
      quantity: 2,
      unitAmount: 125_000,
      amount: 25_000,
      unitShares: [{ units: 2, amount: 12_500 }],
    },
  ],
  feeAmount: 0,
  holdExpiresAt: null,
  lockedAt: '2026-11-21T03:05:00.000Z',
  redeemedAt: null,
  releasedAt: null,
  expiredAt: null,
  reversedAt: null,
  useRestored: false,
  createdAt: '2026-11-21T03:05:00.000Z',
  updatedAt: '2026-11-21T03:05:00.000Z',
};

/** A new lock. */
export const lockExample: LockAnswer = {
  ...figures,
  created: true,
  redemption: redemptionExample,
  redemptions: [redemptionExample],
};

/** The promos of a storefront. */
export const teaserExample: TeaserAnswer = {
  items: [
    {
      code: 'KOPI10',
      title: terms.title,
      terms,
      eligible: true,
      estimatedDiscount: 25_000,
      missing: [],
    },
  ],
  currency: 'IDR',
  serverTime: '2026-11-21T03:04:05.678Z',
};

/** The settings of a workspace. */
export const workspaceExample: WorkspaceOnWire = {
  id: 'usr_01KAHX2P3Q4R5S6T7V8W9X0Y1Z',
  slug: 'toko-kopi',
  name: 'Toko Kopi',
  plan: 'starter',
  marketingEnabled: true,
  defaultCurrency: 'IDR',
  timeZone: 'Asia/Jakarta',
  roundingIncrement: 100,
  allowedOrigins: ['https://tokokopi.example'],
  publicReasons: 'full',
  defaultLimitPolicy: 'honor',
  defaultHoldMinutes: 60,
  orderUrlTemplate: 'https://tokokopi.example/admin/orders/{orderId}',
  moduleFeeBasisPoints: 30,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-21T03:00:00.000Z',
};

/** A key without its secret. */
export const apiKeyExample: ApiKey = {
  id: 'ak_01KAHX5M6N7P8Q9R0S1T2V3W4X',
  keyId: 'sk_live_4f9k2m',
  kind: 'bearer',
  name: 'Shop back end',
  scopes: ['read', 'validate', 'redeem'],
  createdAt: '2026-11-21T03:00:00.000Z',
  lastUsedAt: null,
  revokedAt: null,
};

/** What a storefront pastes. */
export const embedExample: EmbedAnswer = {
  snippet: '<script src="https://promo.example.com/v1.0.0/hemat.js" …></script>…',
  scriptUrl: 'https://promo.example.com/v1.0.0/hemat.js',
  latestUrl: 'https://promo.example.com/v1/hemat.js',
  integrity: 'sha384-…',
  version: '1.0.0',
  workspace: 'toko-kopi',
};

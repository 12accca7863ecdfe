import type { OpenPage, Place } from './open-page.js';

interface Route {
  /** Segments below `/dashboard`; `:name` takes one. */
  readonly pattern: string;
  readonly load: () => Promise<OpenPage>;
}

const routes: readonly Route[] = [
  {
    pattern: '/discounts',
    load: async () => (await import('../pages/discounts/open-discounts.js')).openDiscounts,
  },
  {
    pattern: '/discounts/new',
    load: async () => (await import('../pages/discount-form/open-discount-form.js')).openDiscountForm,
  },
  {
    pattern: '/discounts/import',
    load: async () => (await import('../pages/import/open-import.js')).openImport,
  },
  {
    pattern: '/discounts/:id/edit',
    load: async () => (await import('../pages/discount-form/open-discount-form.js')).openDiscountForm,
  },
  {
    pattern: '/discounts/:id',
    load: async () => (await import('../pages/discount-detail/open-discount.js')).openDiscount,
  },
  {
    pattern: '/stats',
    load: async () => (await import('../pages/stats/open-stats.js')).openStats,
  },
  {
    pattern: '/integrations',
    load: async () => (await import('../pages/integrations/open-integrations.js')).openIntegrations,
  },
  {
    pattern: '/keys',
    load: async () => (await import('../pages/keys/open-keys.js')).openKeys,
  },
  {
    pattern: '/why',
    load: async () => (await import('../pages/why/open-why.js')).openWhy,
  },
  {
    pattern: '/cost',
    load: async () => (await import('../pages/cost/open-cost.js')).openCost,
  },
  {
    pattern: '/audit',
    load: async () => (await import('../pages/audit/open-audit.js')).openAudit,
  },
  {
    pattern: '/members',
    load: async () => (await import('../pages/members/open-members.js')).openMembers,
  },
  {
    pattern: '/webhooks',
    load: async () => (await import('../pages/webhooks/open-webhooks.js')).openWebhooks,
  },
  {
    pattern: '/account',
    load: async () => (await import('../pages/account/open-account.js')).openAccount,
  },
];

/** The page of a path below `/dashboard`, and what the path names; null: there is none. */
export function findRoute(path: string): { route: Route; params: Place['params'] } | null {
  for (const route of routes) {
    const params = match(route.pattern, path);
    if (params !== null) return { route, params };
  }
  return null;
}

function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const segment = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(segment);
    else if (part !== segment) return null;
  }
  return params;
}

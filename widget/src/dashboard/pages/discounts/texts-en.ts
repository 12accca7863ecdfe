/** The list's texts in English. */
export const textsEn = {
  title: 'Discounts',
  lead: 'Every code of this workspace, the newest first.',
  create: 'New discount',
  import: 'Import',
  export: 'Export',
  filters: 'Show',
  filter: {
    all: 'All',
    active: 'Active',
    scheduled: 'Scheduled',
    expiring: 'Expiring soon',
    used_up: 'Used up',
    archived: 'Archived',
  },
  search: 'Search codes, names and titles',
  code: 'Code',
  gives: 'Gives',
  uses: 'Uses',
  givenAway: 'Given away',
  created: 'Created',
  batch: 'One-time codes',
  caption: 'Discount codes',
  loading: 'Loading codes …',
  loadingMore: 'Loading more …',
  more: 'Show more',
  shown: (count: string, isAll: boolean) =>
    isAll ? `${count} ${count === '1' ? 'code' : 'codes'}` : `${count} codes shown, there are more`,
  usesOf: (uses: string, cap: string) => `${uses} / ${cap}`,
  emptyTitle: 'No discount codes yet',
  emptyText:
    'A code is a word your buyers type at checkout: WELCOME10 for 10% off, ONGKIR for free shipping. Give each campaign its own code, and the list shows which one brought orders.',
  emptyAction: 'Create the first code',
  nothingTitle: 'Nothing matches',
  nothingText: 'No code fits this filter and search.',
  showAll: 'Show all codes',
  moduleTitle: 'The Marketing module is off',
  moduleText:
    'Discount codes belong to it. Switch it on and every code and its history is back; nothing is lost while it is off.',
  toIntegrations: 'Open Integrations',
};

/** Every text of the list. */
export type Texts = typeof textsEn;

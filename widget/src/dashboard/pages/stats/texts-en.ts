/** The texts of the results in English. */
export const textsEn = {
  title: 'Results',
  lead: 'What all codes together brought, by the day of payment. Amounts count each order once, however many codes it had, and leave refunded ones out.',
  period: 'Period',
  periods: { '30d': '30 days', '90d': '90 days', '12m': '12 months' },
  currency: 'Currency',
  said: (period: string, uses: string) => `${period}: ${uses} uses`,
  totals: 'In all',
  uses: 'Uses',
  givenAway: 'Given away',
  revenue: 'Paid by buyers',
  averageOrder: 'Average order with a discount',
  averageBefore: 'The same orders without it, on average',
  byDay: 'Uses by day',
  day: 'Day',
  emptyTitle: 'No paid order with a code in this time',
  emptyText:
    'As soon as an order with a code is paid, it is counted here: what was given away, and what buyers paid. Make a code and hand it out to begin.',
  emptyAction: 'New discount',
  feeTitle: 'What the Marketing module costs',
  feeText: (percent: string) =>
    `The fee is ${percent} of what buyers paid on each order with a discount, shipping included. Orders without a code cost nothing. A refund does not pay the fee back.`,
  feeCaption: 'Module fee by month, newest first',
  month: 'Month',
  soFar: 'so far',
  orders: 'Orders',
  feeBase: 'Order totals',
  fee: 'Fee',
};

/** Every text of the results. */
export type Texts = typeof textsEn;

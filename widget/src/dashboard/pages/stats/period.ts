/** How far back the page looks, the shortest first. */
export const periods = ['30d', '90d', '12m'] as const;

/** One of them. */
export type Period = (typeof periods)[number];

const daysOf: Readonly<Record<Period, number>> = { '30d': 30, '90d': 90, '12m': 365 };

/** The days of a period that ends with `today`, both inclusive, as `YYYY-MM-DD`. */
export function spanOf(period: Period, today: string): { readonly from: string; readonly to: string } {
  const from = new Date(Date.parse(`${today}T00:00Z`) - (daysOf[period] - 1) * 86_400_000);
  return { from: from.toISOString().slice(0, 10), to: today };
}

/** The month of `today` and those before it, the newest first, as `YYYY-MM`. */
export function lastMonths(today: string, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}

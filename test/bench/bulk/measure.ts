/** The median, the 95th and 99th percentile of some figures. */
export function percentile(figures: readonly number[]): Readonly<Record<'p50' | 'p95' | 'p99', number>> {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (share: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Follows the process's memory; `stop` answers where it began and its highest, MB. */
export function watchMemory(): {
  readonly stop: () => { readonly before: number; readonly highest: number };
} {
  globalThis.gc?.();
  const megabytes = () => Math.round(process.memoryUsage().rss / 1_048_576);
  const before = megabytes();
  let highest = before;
  const timer = setInterval(() => {
    highest = Math.max(highest, megabytes());
  }, 50);
  return {
    stop: () => {
      clearInterval(timer);
      return { before, highest };
    },
  };
}

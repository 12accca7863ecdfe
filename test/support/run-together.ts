/** Runs `job` over all items, at most `width` at once, and answers the results in order; the first failure rejects. */
export async function runTogether<Item, Result>(
  items: readonly Item[],
  width: number,
  job: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = async () => {
    while (next < items.length) {
      const index = next++;
      // `index` is below the length, so the item is there; it may itself be undefined.
      results[index] = await job(items[index] as Item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
  return results;
}

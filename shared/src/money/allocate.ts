/**
 * Splits `total` in proportion to `weights` by largest remainder, ties to the earlier: the parts are integers that add up
 * to `total`, no part exceeds its weight, a zero weight gets zero. All are integers from 0, their sum below 2^53; throws a
 * `RangeError` when `total` exceeds the sum. Source: Hamilton's method; domain, "Money".
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  let sum = 0;
  for (const weight of weights) sum += weight;
  if (total > sum) throw new RangeError('allocate: the total exceeds its weights');
  if (total === sum) return [...weights];
  const remainders: number[] = [];
  let left = total;
  const shares = weights.map((weight) => {
    const remainder = remainderOf(total, weight, sum);
    const share = shareOf(total, weight, sum, remainder);
    remainders.push(remainder);
    left -= share;
    return share;
  });
  return left === 0 ? shares : giveOut(left, shares, remainders);
}

/** `total × weight mod sum`, with BigInt only where the product leaves 2^53. */
function remainderOf(total: number, weight: number, sum: number): number {
  const product = total * weight;
  if (product <= Number.MAX_SAFE_INTEGER) return product % sum;
  return Number((BigInt(total) * BigInt(weight)) % BigInt(sum));
}

/** `floor(total × weight / sum)`: the remainder is taken off first, so that the division is exact. */
function shareOf(total: number, weight: number, sum: number, remainder: number): number {
  const product = total * weight;
  if (product <= Number.MAX_SAFE_INTEGER) return (product - remainder) / sum;
  return Number((BigInt(total) * BigInt(weight)) / BigInt(sum));
}

/** One unit more to each of the `left` largest remainders; `left` is smaller than the number of remainders above zero. */
function giveOut(left: number, shares: number[], remainders: readonly number[]): number[] {
  const byRemainder = remainders
    .map((remainder, index) => ({ remainder, index }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

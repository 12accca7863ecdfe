/** A run of units that bear the same share, minor units. */
export interface UnitShare {
  readonly units: number;
  readonly amount: number;
}

/**
 * Splits a line's discount over its equal units: at most two runs, dearest first, whose `units × amount` add up to `amount`
 * exactly. It is `allocate` over equal weights, written out. `quantity` ≥ 1; integers.
 */
export function splitOverUnits(amount: number, quantity: number): UnitShare[] {
  const dearer = amount % quantity;
  const share = (amount - dearer) / quantity;
  const runs = [
    { units: dearer, amount: share + 1 },
    { units: quantity - dearer, amount: share },
  ];
  return dearer === 0 ? runs.slice(1) : runs;
}

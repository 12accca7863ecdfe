import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocate } from './allocate.js';
import { splitOverUnits } from './split-over-units.js';

/** A quantity, a unit amount and a discount the line can bear. */
const discountedLines = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 10 ** 6 }))
  .chain(([quantity, unitAmount]) =>
    fc.tuple(
      fc.constant(quantity),
      fc.constant(unitAmount),
      fc.integer({ min: 0, max: quantity * unitAmount }),
    ),
  );

it('is allocate over the units, written as runs', () => {
  fc.assert(
    fc.property(discountedLines, ([quantity, unitAmount, amount]) => {
      const runs = splitOverUnits(amount, quantity);
      const units = runs.flatMap((run) => Array.from({ length: run.units }, () => run.amount));
      const weights = Array.from({ length: quantity }, () => unitAmount);
      expect(units).toEqual(unitAmount === 0 ? weights : allocate(amount, weights));
    }),
  );
});

it('adds up for a million units of the largest line, in two runs, dearest first', () => {
  const runs = splitOverUnits(10 ** 12 - 1, 10 ** 6);
  expect(runs).toEqual([
    { units: 999_999, amount: 10 ** 6 },
    { units: 1, amount: 10 ** 6 - 1 },
  ]);
});

it('has one run where the units bear the same', () => {
  expect(splitOverUnits(9, 3)).toEqual([{ units: 3, amount: 3 }]);
  expect(splitOverUnits(0, 3)).toEqual([{ units: 3, amount: 0 }]);
});

import type { Discount, DiscountType } from '../rule.js';

/** A discount of one type. */
export type DiscountOf<T extends DiscountType> = Discount & { readonly type: T };

/** What one discount type means. */
export interface DiscountKind<T extends DiscountType> {
  /** What it lowers: the lines the code looks at, or the shipping. */
  readonly lowers: 'items' | 'shipping';
  /** Whether the workspace's rounding increment applies. */
  readonly rounds: boolean;
  /** The discount of a wire `value`: percent or minor units. */
  fromValue(value: number): DiscountOf<T>;
  /** The wire `value` of a discount. */
  toValue(discount: DiscountOf<T>): number;
  /** What it takes off `base` before any cap, minor units; never more than `base`. */
  amountOff(discount: DiscountOf<T>, base: number): number;
}

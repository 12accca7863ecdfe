import type { Reason } from '@hemat/shared';
import type { CreateDiscountCode } from '@hemat/shared/client';
import type { Localized } from '../locales/language.js';

/** What a seeded code is there to show. */
export type CodeGroup = 'types' | 'scopes' | 'customers' | 'combining' | 'limits' | 'refusals';

/** A code that the sample shop comes with, and how to see what it shows. */
export interface SeededCode {
  readonly group: CodeGroup;
  readonly code: string;
  /** The rule; `null` for a code that is not there, to be refused as unknown. */
  readonly rule: Omit<CreateDiscountCode, 'code'> | null;
  /** What the seeding does to it besides: archives it, or uses it up. */
  readonly afterwards?: 'archive' | 'use';
  /** What happens and why. */
  readonly explanation: Localized;
  /** The reasons one meets with it. */
  readonly reasons?: readonly Reason[];
  /** A cart that shows it: quantities by product id. */
  readonly cart: Readonly<Record<string, number>>;
  /** Where that cart goes; default is the nearest destination. */
  readonly region?: string;
}

import type { Reason } from '@hemat/shared';

/** The texts of “Why did it fail?” in English. */
export const textsEn = {
  title: 'Why did it fail?',
  lead: 'Type the code a buyer could not use and paste their cart: every check is run as at checkout. Nothing is counted.',
  codes: 'Code',
  codesHint: 'As the buyer typed it. Several are parted by commas.',
  codesMissing: 'Type at least one code.',
  cart: 'Cart',
  cartHint: 'JSON as your shop sends it, a list of lines, or just the amount, such as 250000.',
  cartUnreadable: 'This is neither JSON nor an amount.',
  customerId: 'Customer id',
  customerIdHint: 'Optional. Without one, limits per customer cannot be checked.',
  ask: 'Find out',
  works: 'It works',
  worksText: (off: string, total: string) => `It takes ${off} off; the buyer pays ${total}.`,
  fails: 'It does not work',
  told: 'What the buyer reads',
  checksOf: (code: string) => `Checks of ${code}`,
  outcome: { passed: 'passed', failed: 'failed', skipped: 'not reached' },
  left: (count: string) => `${count} uses are left.`,
  badCart: 'The cart has a fault:',
  checks: {
    CODE_NOT_FOUND: 'There is such a code in this workspace',
    INACTIVE: 'It is switched on and not archived',
    NOT_YET_VALID: 'It has started',
    EXPIRED: 'It has not ended',
    MAX_USES_REACHED: 'Uses are left in total',
    CUSTOMER_REQUIRED: 'The customer is known, where the rule needs one',
    CUSTOMER_LIMIT_REACHED: 'Uses are left for this customer',
    CUSTOMER_NOT_ELIGIBLE: 'The customer is new or returning, as the rule wants',
    CURRENCY_MISMATCH: 'The cart is in the currency of the code',
    REGION_MISMATCH: 'It is shipped to a region of the rule',
    MIN_PURCHASE_NOT_MET: 'The minimum purchase is reached',
    SCOPE_MISMATCH: 'The cart has an item it applies to',
    NOT_COMBINABLE: 'It may stand beside the codes before it',
  } satisfies Record<Reason, string>,
};

/** Every text of the page. */
export type Texts = typeof textsEn;

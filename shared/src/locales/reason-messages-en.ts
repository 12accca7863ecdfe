import type { ReasonMessages } from './reason-messages.js';

/** English. */
export const reasonMessagesEn: ReasonMessages = {
  CODE_NOT_FOUND: () => "We don't know this code. Check the spelling and try again.",
  INACTIVE: () => 'This code is switched off at the moment. Try another code.',
  NOT_YET_VALID: ({ startsAt }) =>
    startsAt === null
      ? 'This code has not started yet. Try it again later.'
      : `This code starts on ${startsAt}. Try it again then.`,
  EXPIRED: () => 'This code has expired. Try another code.',
  MAX_USES_REACHED: () => 'This code has been used up. Try another code.',
  CUSTOMER_REQUIRED: () => 'Sign in or tell us who you are to use this code.',
  CUSTOMER_LIMIT_REACHED: () => 'You have used this code as often as it allows. Try another code.',
  CUSTOMER_NOT_ELIGIBLE: () => 'This code is meant for other customers. Try another code.',
  CURRENCY_MISMATCH: () => 'This code is for another currency. Try another code.',
  REGION_MISMATCH: () =>
    'This code is not valid for your delivery area. Check the address or try another code.',
  MIN_PURCHASE_NOT_MET: ({ shortBy }) =>
    shortBy === null ? 'Add more items to use this code.' : `Add ${shortBy} more to use this code.`,
  SCOPE_MISMATCH: () => 'This code is for other products. Add one of them to use it.',
  NOT_COMBINABLE: () => "This code can't be combined with the other one. Remove that one to use it.",
  NOT_APPLICABLE: () => "This code can't be used for this order. Check the spelling or try another code.",
};

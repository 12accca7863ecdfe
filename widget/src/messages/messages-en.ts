import { reasonMessagesEn } from '@hemat/shared';
import type { GiftFacts, Messages } from './messages.js';

const capped = ({ atMost }: GiftFacts): string => (atMost ? `, up to ${atMost}` : '');

/** English. */
export const messagesEn: Messages = {
  toggle: 'Have a promo code?',
  another: 'Add another code',
  label: 'Promo code',
  apply: 'Apply',
  retry: 'Try again',
  checking: 'Checking\u2026',
  codes: 'Promo codes',
  remove: (code) => `Remove ${code}`,
  useInstead: (code) => `Use ${code} instead`,
  saves: (saving, total) => `You save ${saving}, new total ${total}`,
  onLines: (lines) => `On ${lines}`,
  applied: (code) => `${code} applied.`,
  removed: (code) => `${code} removed.`,
  waiting: (code, sentence) => `${code}: ${sentence}`,
  required: 'Enter a promo code.',
  empty: 'Enter a code first.',
  mistyped: 'This code looks mistyped. Check its letters, or apply it again as it is.',
  unavailable: "We couldn't check the code. You can try again or order without it.",
  offline: "You are offline. We'll check the code once you are back.",
  busy: 'Too many tries. Wait a moment, then try again.',
  reasons: reasonMessagesEn,

  promos: 'Promos for you',
  loading: 'Looking for promos\u2026',
  noPromos: 'No promos at the moment.',
  promosUnavailable: "We couldn't load the promos.",
  promosExpired: 'These promos have ended.',
  use: 'Use',
  used: 'In use',
  saving: (amount) => `Saves ${amount}`,
  spendMore: (amount) => `Spend ${amount} more`,
  until: (date) => `Until ${date}`,
  timeLeft: (time) => `${time} left`,
  offItems: (gift) => `${gift.value} off${capped(gift)}`,
  offShipping: (gift) => `${gift.value} off shipping${capped(gift)}`,
  freeShipping: 'Free shipping',
};

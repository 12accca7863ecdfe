import { webhookEventType, type WebhookEventType } from '@hemat/shared/schemas';

/** Where Ripllo's name of an event is not ours. */
const renamed: Readonly<Record<string, string>> = { 'discount_code.redeemed': 'discount.redeemed' };

/** An event's name as Ripllo's receivers know it. */
export function toRiplloType(type: string): string {
  return renamed[type] ?? type;
}

/** Our type of a name that Ripllo's clients use, in either of its spellings; none where Hemat has no such event. */
export function fromRiplloType(name: string): WebhookEventType[] {
  const ours = Object.keys(renamed).find((type) => renamed[type] === name) ?? name;
  const known = webhookEventType.safeParse(ours);
  return known.success ? [known.data] : [];
}

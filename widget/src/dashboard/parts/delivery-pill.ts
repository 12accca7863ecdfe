import type { WebhookDelivery } from '@hemat/shared/schemas';
import type { TemplateResult } from 'lit';
import type { Language } from '../core/language.js';
import { deliveryText } from '../texts/webhook-events.js';
import { pill, type PillTone } from './status-pill.js';

const tones: Readonly<Record<WebhookDelivery['status'], PillTone>> = {
  pending: 'waiting',
  sent: 'good',
  failed: 'bad',
};

/** What became of an event at one endpoint. */
export function deliveryPill(
  { status }: Pick<WebhookDelivery, 'status'>,
  language: Language,
): TemplateResult {
  return pill(deliveryText(status, language), tones[status]);
}

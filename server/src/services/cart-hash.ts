import { hash } from 'node:crypto';
import type { Cart } from '@hemat/shared';

/** SHA-256 of what a cart says, base64url; the same for every spelling of the same cart. */
export function cartHash({ currency, lines, subtotal, shippingAmount, region }: Cart): string {
  const said = [
    currency,
    lines.map(({ lineId, productId, tags, quantity, unitAmount }) => [
      lineId,
      productId,
      tags,
      quantity,
      unitAmount,
    ]),
    subtotal,
    shippingAmount,
    region,
  ];
  return hash('sha256', JSON.stringify(said), 'base64url');
}

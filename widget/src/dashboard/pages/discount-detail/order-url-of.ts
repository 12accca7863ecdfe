import type { WorkspaceOnWire } from '@hemat/shared/schemas';

/** Where the shop shows an order; null where it has not said. */
export function orderUrlOf(
  orderId: string,
  { orderUrlTemplate }: Pick<WorkspaceOnWire, 'orderUrlTemplate'>,
): string | null {
  return orderUrlTemplate?.replace('{orderId}', () => encodeURIComponent(orderId)) ?? null;
}

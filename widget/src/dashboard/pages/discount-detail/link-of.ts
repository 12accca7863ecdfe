import type { WorkspaceOnWire } from '@hemat/shared/schemas';

/** A link into the shop that brings the code along; without a known shop address the part to put behind one. */
export function linkOf(code: string, { allowedOrigins }: Pick<WorkspaceOnWire, 'allowedOrigins'>): string {
  const shop = allowedOrigins.find((origin) => !origin.includes('*'));
  const query = `?discount=${encodeURIComponent(code)}`;
  return shop === undefined ? query : `${shop}/${query}`;
}

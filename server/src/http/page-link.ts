import type { CallContext } from './call.js';

/** Where a page of the dashboard lies, as the world reaches it. */
export function pageLink(c: CallContext, page: string): string {
  const { publicUrl } = c.get('call').app.settings;
  return `${publicUrl ?? new URL(c.req.url).origin}/dashboard/${page}`;
}

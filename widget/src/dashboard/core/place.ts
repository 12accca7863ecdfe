/** Where the dashboard is served. */
export const base = '/dashboard';

/** The full address of a path below the dashboard. */
export function hrefOf(path: string): string {
  return `${base}${path}`;
}

/** The path and query below the dashboard of an address of this origin; null: it lies elsewhere. */
export function placeOf(url: URL): { readonly path: string; readonly query: URLSearchParams } | null {
  if (url.origin !== location.origin) return null;
  if (url.pathname !== base && !url.pathname.startsWith(`${base}/`)) return null;
  const path = url.pathname.slice(base.length).replace(/\/+$/, '');
  return { path: path === '' ? '/discounts' : path, query: url.searchParams };
}

/** The link that a plain click wants to follow inside the dashboard; null: the browser's own business. */
export function followedLink(event: MouseEvent): URL | null {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!isPlain || event.defaultPrevented) return null;
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (link === undefined || link.target !== '' || link.hasAttribute('download')) return null;
  const url = new URL(link.href);
  return placeOf(url) === null ? null : url;
}

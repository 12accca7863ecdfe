/** Whether a workspace's list allows an origin: an exact entry, or `https://*.example.com` for any host below; an empty list allows all. */
export function isAllowedOrigin(origin: string, allowed: readonly string[]): boolean {
  if (allowed.length === 0) return true;
  const given = origin.toLowerCase();
  return allowed.some((entry) => (entry.includes('*') ? fitsWildcard(given, entry) : given === entry));
}

function fitsWildcard(origin: string, entry: string): boolean {
  const [before = '', after = ''] = entry.split('*');
  if (!origin.startsWith(before) || !origin.endsWith(after)) return false;
  const label = origin.slice(before.length, origin.length - after.length);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(label);
}

/** Whether a posted address leads to a page of this shop: a path, and none that a browser reads as another host. */
export function isOwnPath(target: string): boolean {
  return /^\/(?![/\\])/.test(target);
}

import ipaddr from 'ipaddr.js';

/** Global unicast of IPv6 (RFC 4291); the ranges inside it that are not public are named by the library. */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an address is a host's own on the public internet. Loopback, private, link-local, shared, documentation, multicast and
 * every form of IPv6 that carries an IPv4 address are not.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicast);
}

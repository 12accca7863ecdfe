import { getConnInfo } from '@hono/node-server/conninfo';
import ipaddr from 'ipaddr.js';
import type { CallContext } from './call.js';
import { headerOf } from './header-of.js';

/** The address a request came from: the nearest one in `X-Forwarded-For` that no trusted proxy has, else the socket's. */
export function clientIp(c: CallContext): string {
  const call = c.get('call');
  call.clientIp ??= findClientIp(c, call.app.settings.trustedProxies);
  return call.clientIp;
}

/** Whom a limit counts: an IPv4 address, or the /64 that one IPv6 subscriber has. Source: RFC 6177, RFC 7084. */
export function limitKey(ip: string): string {
  const address = parse(ip);
  if (address === null || address.kind() === 'ipv4') return ip;
  const network = address.toByteArray().slice(0, 8);
  return `${Buffer.from(network).toString('hex')}/64`;
}

function findClientIp(c: CallContext, trusted: readonly string[]): string {
  const socket = normal(socketAddress(c));
  if (trusted.length === 0 || !isIn(socket, trusted)) return socket;
  const forwarded = headerOf(c, 'x-forwarded-for')?.split(',') ?? [];
  let nearest = socket;
  for (const hop of forwarded.reverse()) {
    const address = parse(withoutPort(hop.trim()));
    if (address === null) return nearest;
    nearest = address.toString();
    if (!isIn(nearest, trusted)) return nearest;
  }
  return nearest;
}

/** Some proxies write the port too: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function withoutPort(hop: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^([\d.]+):\d+$/.exec(hop)?.[1] ?? hop;
}

/** Requests that were made without a socket, as in tests, come from this machine. */
function socketAddress(c: CallContext): string {
  // The Node adapter puts its request into the environment, which Hono types as an empty object.
  return 'incoming' in ((c.env ?? {}) as object) ? (getConnInfo(c).remote.address ?? '') : '127.0.0.1';
}

function normal(ip: string): string {
  return parse(ip)?.toString() ?? ip;
}

/** An IPv4 address that is written as IPv6 counts as IPv4. */
function parse(ip: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  return ipaddr.isValid(ip) ? ipaddr.process(ip) : null;
}

function isIn(ip: string, ranges: readonly string[]): boolean {
  const address = parse(ip);
  return address !== null && ranges.some((range) => isInRange(address, range));
}

function isInRange(address: ipaddr.IPv4 | ipaddr.IPv6, range: string): boolean {
  const [network, bits] = ipaddr.parseCIDR(
    range.includes('/') ? range : `${range}/${isSix(range) ? 128 : 32}`,
  );
  return address.kind() === network.kind() && address.match(network, bits);
}

function isSix(range: string): boolean {
  return range.includes(':');
}

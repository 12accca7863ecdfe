import { isIPv4 } from 'node:net';
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
  if (isIPv4(ip)) return ip;
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

/** What Node takes for IPv4 is written in the one normal way. */
function normal(ip: string): string {
  return isIPv4(ip) ? ip : (parse(ip)?.toString() ?? ip);
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** An IPv4 address that is written as IPv6 counts as IPv4. */
function parse(ip: string): Address | null {
  if (isIPv4(ip)) return ipaddr.IPv4.parse(ip);
  return ipaddr.isValid(ip) ? ipaddr.process(ip) : null;
}

function isIn(ip: string, ranges: readonly string[]): boolean {
  const address = parse(ip);
  if (address === null) return false;
  return networksOf(ranges).some(
    ([network, bits]) => address.kind() === network.kind() && address.match(network, bits),
  );
}

type Network = readonly [address: Address, bits: number];

/** The settings are one list for as long as the service runs. */
const parsed = new WeakMap<readonly string[], readonly Network[]>();

function networksOf(ranges: readonly string[]): readonly Network[] {
  const known = parsed.get(ranges) ?? ranges.map(networkOf);
  parsed.set(ranges, known);
  return known;
}

function networkOf(range: string): Network {
  return ipaddr.parseCIDR(range.includes('/') ? range : `${range}/${isSix(range) ? 128 : 32}`);
}

function isSix(range: string): boolean {
  return range.includes(':');
}

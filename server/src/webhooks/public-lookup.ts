import type { LookupAddress, LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from '../services/webhooks/is-public-address.js';
import { AddressNotAllowedError } from './address-not-allowed-error.js';

/** Asks for every address of a name. */
export type ResolveName = (
  hostname: string,
  options: LookupOptions & { all: true },
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A lookup for one connect that answers public addresses only: a name with a single other one is refused, as the socket chooses
 * among them. What is connected to is what was judged, so that a name cannot mean another address a moment later.
 */
export function publicLookup(resolve: ResolveName): LookupFunction {
  return (hostname, options, answer) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null) answer(error, []);
      else if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) {
        answer(new AddressNotAllowedError(), []);
      } else if (options.all === true) answer(null, addresses);
      else answer(null, first.address, first.family);
    });
  };
}

import { hash } from 'node:crypto';
import type { CallContext } from './call.js';
import { clientIp, limitKey } from './client-ip.js';
import { tellLimit } from './limit-requests.js';

/**
 * Counts a try to prove who somebody is: of one address for one account, of the address, and of the account from everywhere. Says
 * whether one is over; the headers of the answer then say until when.
 */
export async function isOverSignInLimit(c: CallContext, account: string): Promise<boolean> {
  const call = c.get('call');
  const { limits } = call.app;
  if (limits === null) return false;
  const ip = limitKey(clientIp(c));
  // Counted in the database where there are replicas: an account may be the token of a link, which must not lie there.
  const who = hash('sha256', account, 'base64url');
  const states = await Promise.all([
    limits.signIns.take(`${ip} ${who}`),
    limits.signInsOfAddress.take(ip),
    limits.signInsOfAccount.take(who),
  ]);
  const over = states.find(({ isOver }) => isOver);
  tellLimit(call, over ?? states[0]);
  return over !== undefined;
}

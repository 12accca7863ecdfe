import type { Call, Caller } from './call.js';

/** The caller of a request that was let in; a route without admission is a bug. */
export function callerOf(call: Call): Caller {
  if (call.caller === null) throw new Error('the route lets nobody in: give it an admission');
  return call.caller;
}

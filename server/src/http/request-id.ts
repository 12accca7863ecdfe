import { randomBytes } from 'node:crypto';

const process = randomBytes(8).toString('hex');
let count = 0;

/** `req_…`, never given twice: random for the process, counted within it. */
export function newRequestId(): string {
  count += 1;
  return `req_${process}${count.toString(36).padStart(6, '0')}`;
}

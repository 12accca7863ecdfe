import type { CodeFields } from '../command.js';
import { instantOf, type Book, type BookCode } from './book.js';
import { refuse, type Refusal } from './refuse.js';

const blank: Omit<CodeFields, 'code' | 'type' | 'value'> = {
  title: null,
  currency: null,
  scope: 'cart',
  productIds: [],
  tagFilter: [],
  minPurchaseAmount: null,
  maxDiscountAmount: null,
  maxUsesTotal: null,
  maxUsesPerCustomer: null,
  customerEligibility: 'all',
  regions: null,
  combinesWith: [],
  startsAt: null,
  expiresAt: null,
  active: true,
  limitPolicy: 'honor',
  holdMinutes: 60,
};

/** A code as its merchant sees it. */
export type CodeShown = CodeFields & {
  readonly version: number;
  readonly isArchived: boolean;
  readonly createdAt: string;
};

/** Makes a code, unless there is one of that name, archived or not. */
export function create(book: Book, fields: Partial<CodeFields> & { code: string }): CodeShown | Refusal {
  const key = fields.code.toUpperCase();
  if (book.codes.has(key)) return refuse('CODE_EXISTS', { field: 'code' });
  const code: BookCode = {
    fields: { ...blank, type: 'percent', value: 10, ...fields },
    version: 1,
    isArchived: false,
    createdAt: instantOf(book.now),
  };
  book.codes.set(key, code);
  return tell(book, 'discount_code.created', code);
}

/** Changes a code: never its string, not its type once a redemption exists, nothing once it is archived. */
export function patch(book: Book, key: string, fields: Partial<CodeFields>): CodeShown | Refusal {
  const code = book.codes.get(key);
  if (code === undefined) return refuse('NOT_FOUND');
  if (code.isArchived) return refuse('FIELD_IMMUTABLE', { field: 'archivedAt' });
  if (fields.code !== undefined && fields.code !== code.fields.code) {
    return refuse('FIELD_IMMUTABLE', { field: 'code' });
  }
  const isUsed = [...book.orders.values()].some(({ rows }) => rows.some((row) => row.key === key));
  if (fields.type !== undefined && fields.type !== code.fields.type && isUsed) {
    return refuse('FIELD_IMMUTABLE', { field: 'type' });
  }
  const lists = fields.scope === undefined ? {} : { productIds: [], tagFilter: [] };
  const sameScope = fields.scope === code.fields.scope;
  const patched = { ...code.fields, ...(sameScope ? {} : lists), ...fields };
  if (JSON.stringify(patched) === JSON.stringify(code.fields)) return show(code);
  code.fields = patched;
  code.version += 1;
  return tell(book, 'discount_code.updated', code);
}

/** Takes a code out of use for good. */
export function archive(book: Book, key: string): CodeShown | Refusal {
  const code = book.codes.get(key);
  if (code === undefined) return refuse('NOT_FOUND');
  if (code.isArchived) return show(code);
  code.fields = { ...code.fields, active: false };
  code.isArchived = true;
  code.version += 1;
  return tell(book, 'discount_code.archived', code);
}

function tell(book: Book, event: string, code: BookCode): CodeShown {
  book.events.push(`${event} ${code.fields.code} version ${code.version}`);
  return show(code);
}

function show({ fields, version, isArchived, createdAt }: BookCode): CodeShown {
  return { ...fields, version, isArchived, createdAt };
}

import type { Fault } from '../services/refuse-invalid.js';

/** A parsed body, or every reason why it is refused. */
export type ReadJson =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly faults: readonly Fault[] };

const mostLevels = 20;

/**
 * Parses a request body more strictly than `JSON.parse`: no name twice in one object, no `__proto__`, at most 20 levels, and
 * only strings that every database can keep (no lone surrogate, no NUL). Source: RFC 8259 sections 4 and 8.2; RFC 7493 (I-JSON).
 */
export function readJson(text: string): ReadJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, faults: [{ path: [], code: 'invalid_json', message: 'is not JSON' }] };
  }
  const found = { faults: [] as Fault[], members: 0 };
  inspect(value, [], found);
  if (found.faults.length === 0 && found.members !== countMembers(text)) {
    found.faults.push({ path: [], code: 'duplicate_name', message: 'has a name twice in one object' });
  }
  return found.faults.length === 0 ? { ok: true, value } : { ok: false, faults: found.faults };
}

type Path = (string | number)[];

/** What a walk through a value has found. */
interface Found {
  readonly faults: Fault[];
  members: number;
}

function inspect(value: unknown, path: Path, found: Found): void {
  if (typeof value === 'string') return inspectString(value, path, found);
  if (typeof value !== 'object' || value === null) return;
  if (path.length >= mostLevels) {
    found.faults.push({ path: [], code: 'too_deep', message: 'is nested deeper than 20 levels' });
    return;
  }
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) inspectMember(value[index], index, path, found);
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    found.members += 1;
    inspectName(name, path, found);
    inspectMember(member, name, path, found);
  }
}

/** The path is one list that grows and shrinks, and is copied for a fault only. */
function inspectMember(member: unknown, step: string | number, path: Path, found: Found): void {
  path.push(step);
  inspect(member, path, found);
  path.pop();
}

function inspectName(name: string, path: Path, found: Found): void {
  if (name === '__proto__') {
    found.faults.push({
      path: [...path],
      code: 'forbidden_name',
      message: 'has a member that may not be named so',
    });
  }
  inspectString(name, path, found);
}

function inspectString(text: string, path: Path, found: Found): void {
  if (isPlain(text)) return;
  found.faults.push({
    path: [...path],
    code: 'invalid_string',
    message: 'holds a character that is not text',
  });
}

const odd = /[\0\ud800-\udfff]/;

/** Most strings have no surrogate at all; only the others are looked at by whole characters. */
function isPlain(text: string): boolean {
  return !odd.test(text) || !/[\0\p{Surrogate}]/u.test(text);
}

/** How many names the text gives, twice given ones twice: colons outside of strings. `text` is known to be JSON. */
function countMembers(text: string): number {
  let members = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x3a) members += 1;
    else if (character === 0x22) at = endOfString(text, at);
  }
  return members;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

/** An odd number of backslashes before it. */
function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === 0x5c) before -= 1;
  return (at - before) % 2 === 0;
}

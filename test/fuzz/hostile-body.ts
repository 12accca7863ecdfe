import fc from 'fast-check';
import type { DescribedOperation } from './described-operation.js';
import { canary, hostileValue, textMutation } from './hostile.js';
import type { Known } from './known-values.js';
import { valueOfSchema } from './value-of-schema.js';

/** Bodies for a call: right ones, such as are spoilt in one place, and such as no serializer writes. */
export function bodyFor(
  { method, path, bodies }: DescribedOperation,
  type: string,
  known: Known,
): fc.Arbitrary<string> {
  if (!type.endsWith('json')) return fc.constantFrom(...otherTexts);
  const drawn = valueOfSchema(bodies[type] ?? {}, known.values);
  const given = known.bodies[`${method} ${path}`];
  const value = given === undefined ? drawn : fc.oneof(drawn, fc.constantFrom(...given));
  const right = value.map(serialize);
  const wrong = fc
    .tuple(value, fc.nat(), hostileValue, fc.constantFrom(...changes))
    .map(([whole, place, hostile, change]) => serialize(change(whole, place, hostile)));
  const broken = fc.tuple(right, textMutation).map(([text, mutate]) => mutate(text));
  return fc.oneof(
    { weight: 5, arbitrary: right },
    { weight: 4, arbitrary: wrong },
    { weight: 2, arbitrary: broken },
  );
}

const otherTexts = [
  '',
  'no such column\n1\n',
  'code,type,value\nCSV1,percent,10\n',
  `code,type,value\n=1+1,percent,${canary}\n`,
  'code,type,value\n"CSV2,percent,10\n',
  '{"code":"ND1","type":"percent","value":10}\n{"code":',
  '\ufeff\u0000\n,,,',
  'code,type,value,title\nNUL1,percent,10,"a\u0000b"\n',
  'code,type,value,title\nSUR1,percent,10,\ud800\n',
  String.raw`{"code":"NUL2","type":"percent","value":10,"title":"\u0000"}`,
  String.raw`{"code":"SUR2","type":"percent","value":10,"title":"\ud800"}`,
];

/** JSON, minus zero kept. */
function serialize(value: unknown): string {
  const text = JSON.stringify(value ?? null, (_, part: unknown) =>
    Object.is(part, -0) ? 'minus zero' : part,
  );
  return text.replaceAll('"minus zero"', '-0');
}

type Change = (whole: unknown, place: number, hostile: unknown) => unknown;

/** Ways to spoil a value in one place. */
const changes: readonly Change[] = [
  (whole, place, hostile) => spoil(whole, place, () => hostile),
  (whole, place, hostile) => spoil(whole, place, () => hostile),
  (whole, place) => spoil(whole, place, (part) => [part]),
  (whole, place) => spoil(whole, place, (part) => ({ value: part })),
  (whole, place) => spoil(whole, place, String),
  (whole, place) => spoil(whole, place, () => undefined),
  (whole, place) => spoil(whole, place, (part) => Array.from({ length: 600 }, () => part)),
  (whole, place) => spoil(whole, place, (part) => nested(part, 25)),
  (whole, _, hostile) => (isObject(whole) ? { ...whole, tomorrow: hostile } : [whole, hostile]),
];

function spoil(whole: unknown, place: number, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(whole) && whole.length > 0) {
    const at = place % whole.length;
    return whole.map((part: unknown, index) => (index === at ? spoil(part, place >> 3, change) : part));
  }
  if (isObject(whole)) {
    const names = Object.keys(whole);
    const name = names[place % names.length];
    if (name !== undefined) return { ...whole, [name]: spoil(whole[name], place >> 3, change) };
  }
  return change(whole);
}

function nested(part: unknown, levels: number): unknown {
  return levels === 0 ? part : [nested(part, levels - 1)];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

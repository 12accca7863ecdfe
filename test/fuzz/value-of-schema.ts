import fc from 'fast-check';
import { resolve, type Schema } from './described-operation.js';
import { onlyKnown, type Known } from './known-values.js';

/** Values that a schema allows, often such as mean something to the service; `name` is the field that holds them. */
export function valueOfSchema(given: Schema, known: Known['values'], name = ''): fc.Arbitrary<unknown> {
  const schema = resolve(given);
  const drawn = drawnFrom(schema, known);
  const meant = known[name];
  if (meant === undefined) return drawn;
  if (onlyKnown.has(name)) return fc.constantFrom(...meant);
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...meant) }, { weight: 1, arbitrary: drawn });
}

function drawnFrom(schema: Schema, known: Known['values']): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => valueOfSchema(choice, known)));
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['null']);
  return fc.oneof(
    ...types.map((type) => ({ weight: type === 'null' ? 1 : 5, arbitrary: ofType(type, schema, known) })),
  );
}

function ofType(type: string, schema: Schema, known: Known['values']): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return number(schema, type);
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valueOfSchema(schema.items ?? {}, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3),
      });
    case 'object':
      return object(schema, known);
    default:
      return fc.constant(null);
  }
}

function text({ format, pattern, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (format === 'date-time') {
    return fc.constantFrom('2026-11-01T00:00:00Z', '2026-12-31T23:59:59.999+07:00', '2030-01-01T00:00:00Z');
  }
  if (format === 'date') return fc.constantFrom('2026-12-31', '2028-02-29');
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 20), unit: 'grapheme' });
}

function number({ minimum, exclusiveMinimum, maximum }: Schema, type: string): fc.Arbitrary<number> {
  const min = minimum ?? (exclusiveMinimum === undefined ? -100 : exclusiveMinimum + 1);
  const max = maximum ?? 10 ** 9;
  return fc.oneof(
    fc.integer({ min, max: Math.min(max, min + 100) }),
    fc.integer({ min, max }),
    fc.constantFrom(min, max),
    ...(type === 'number' ? [fc.constantFrom(0.01, 10.5, 33.33)] : []),
  );
}

/** Required properties always, the others now and then: with all of them hardly a law would be kept. */
function object(schema: Schema, known: Known['values']): fc.Arbitrary<unknown> {
  const required = new Set(schema.required);
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const value = valueOfSchema(property, known, name).map((drawn) => [name, drawn] as const);
    if (required.has(name)) return value;
    const likely = name in known && !onlyKnown.has(name);
    return fc.oneof(
      { weight: likely ? 3 : 1, arbitrary: value },
      { weight: likely ? 1 : 4, arbitrary: fc.constant(null) },
    );
  });
  const more =
    typeof schema.additionalProperties === 'object'
      ? fc.dictionary(fc.string({ minLength: 1, maxLength: 10 }), fc.string({ maxLength: 10 }), {
          maxKeys: 3,
        })
      : fc.constant({});
  return fc
    .tuple(fc.tuple(...properties), more)
    .map(([pairs, rest]) => ({ ...rest, ...Object.fromEntries(pairs.filter((pair) => pair !== null)) }));
}

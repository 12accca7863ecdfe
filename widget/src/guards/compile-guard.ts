/** The part of a zod schema that is read here; zod documents `_zod.def` for those who build on it. */
export interface Schema {
  readonly _zod: { readonly def: SchemaDefinition };
}

interface SchemaDefinition {
  readonly type?: string;
  readonly check?: string;
  readonly checks?: readonly Schema[];
  readonly value?: number | bigint;
  readonly inclusive?: boolean;
  readonly format?: string;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
  readonly shape?: Readonly<Record<string, Schema>>;
}

/**
 * Prints a schema as an expression over the guard kinds, which agrees with zod on everything JSON can say; it tests and leaves
 * unknown keys in place. Throws for a node or check it has no rule for, so that a schema never becomes a guard that lets too much
 * through.
 */
export function compileGuard(schema: Schema): string {
  const { def } = schema._zod;
  const inner = (part: Schema | undefined): string => (part ? compileGuard(part) : unknownNode(def));
  switch (def.type) {
    case 'string':
      return withoutChecks(def, 'isString');
    case 'boolean':
      return 'isBoolean';
    case 'number':
      return compileNumber(def);
    case 'null':
      return call('oneOf', ['null']);
    case 'literal':
      return call(
        'oneOf',
        (def.values ?? []).map((value) => JSON.stringify(value)),
      );
    case 'enum':
      return call(
        'oneOf',
        Object.values(def.entries ?? {}).map((value) => JSON.stringify(value)),
      );
    case 'optional':
      return call('either', ['oneOf(undefined)', inner(def.innerType)]);
    case 'nullable':
      return call('either', ['oneOf(null)', inner(def.innerType)]);
    case 'array':
      return withoutChecks(def, call('listOf', [inner(def.element)]));
    case 'union':
      return call('either', (def.options ?? []).map(compileGuard));
    case 'object':
      return withoutChecks(def, compileObject(def.shape ?? {}));
    default:
      return unknownNode(def);
  }
}

function compileObject(shape: Readonly<Record<string, Schema>>): string {
  const parts = Object.entries(shape).map(([key, part]) => `${JSON.stringify(key)}: ${compileGuard(part)}`);
  return `objectOf({ ${parts.join(', ')} })`;
}

/** Only inclusive bounds, as amounts and counts have them. */
function compileNumber(def: SchemaDefinition): string {
  let kind = 'number';
  let least = '-Infinity';
  let most = '';
  for (const check of checksOf(def)) {
    if (check.check === 'number_format' && check.format === 'safeint') kind = 'integer';
    else if (check.check === 'greater_than' && check.inclusive) least = String(check.value);
    else if (check.check === 'less_than' && check.inclusive) most = String(check.value);
    else unknownNode(check);
  }
  return call(kind, most ? [least, most] : [least]);
}

function withoutChecks(def: SchemaDefinition, source: string): string {
  for (const check of checksOf(def)) unknownNode(check);
  return source;
}

/** A format such as `z.int()` is a check of its own. */
function checksOf(def: SchemaDefinition): SchemaDefinition[] {
  const own = def.check ? [def] : [];
  return [...own, ...(def.checks ?? []).map((check) => check._zod.def)];
}

function call(kind: string, parts: readonly string[]): string {
  return `${kind}(${parts.join(', ')})`;
}

function unknownNode(def: SchemaDefinition): never {
  throw new Error(`compileGuard: no rule for ${JSON.stringify(def.check ?? def.type)}`);
}

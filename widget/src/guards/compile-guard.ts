/** The part of a zod schema that is read here; zod documents `_zod.def` for those who build on it. */
export interface Schema {
  readonly _zod: { readonly def: SchemaDefinition };
}

interface Check {
  readonly _zod: { readonly def: SchemaDefinition };
}

interface SchemaDefinition {
  readonly type?: string;
  readonly check?: string;
  readonly checks?: readonly Check[];
  readonly value?: number | bigint;
  readonly inclusive?: boolean;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
  readonly shape?: Readonly<Record<string, Schema>>;
}

/** Predicates for a browser in the order they need each other: `name` holds the source of `(v) => boolean`. */
export interface CompiledGuard {
  readonly declarations: readonly { readonly name: string; readonly source: string }[];
  /** The name of the predicate for the schema itself. */
  readonly root: string;
}

/**
 * Prints a schema as plain predicates that agree with zod on everything JSON can say. They test and leave unknown keys in place.
 * `names` are the predicates that are there already, by source; equal ones are shared. Throws for a node or check it has no rule
 * for, so that a schema never becomes a guard that lets too much through.
 */
export function compileGuard(schema: Schema, names: Map<string, string> = new Map()): CompiledGuard {
  const declarations: { name: string; source: string }[] = [];
  const compile = (node: Schema): string => {
    const source = sourceOf(node._zod.def, compile);
    const known = names.get(source);
    if (known) return known;
    const name = `g${names.size}`;
    names.set(source, name);
    declarations.push({ name, source });
    return name;
  };
  return { root: compile(schema), declarations };
}

type Compile = (schema: Schema) => string;

function sourceOf(def: SchemaDefinition, compile: Compile): string {
  const all = (...conditions: readonly string[]): string => `(v) => ${conditions.join(' && ')}`;
  const nested = (schema: Schema | undefined): string => compile(schema ?? unknownNode(def));
  switch (def.type) {
    case 'string':
      return all(`typeof v == 'string'`, ...checksOf(def).map(stringCheck));
    case 'number':
      return all(...numberChecks(checksOf(def)));
    case 'boolean':
      return all(`typeof v == 'boolean'`);
    case 'null':
      return all('v === null');
    case 'literal':
      return all(oneOf(def.values ?? []));
    case 'enum':
      return all(oneOf(Object.values(def.entries ?? {})));
    case 'optional':
      return `(v) => v === undefined || ${nested(def.innerType)}(v)`;
    case 'nullable':
      return `(v) => v === null || ${nested(def.innerType)}(v)`;
    case 'array':
      return all('Array.isArray(v)', `v.every(${nested(def.element)})`, ...noChecks(def));
    case 'union':
      return `(v) => ${(def.options ?? []).map((option) => `${compile(option)}(v)`).join(' || ')}`;
    case 'object':
      return all(
        'isObject(v)',
        ...Object.entries(def.shape ?? {}).map(([key, value]) => `${compile(value)}(v.${key})`),
        ...noChecks(def),
      );
    default:
      return unknownNode(def);
  }
}

function checksOf(def: SchemaDefinition): SchemaDefinition[] {
  const own = def.check ? [def] : [];
  return [...own, ...(def.checks ?? []).map((check) => check._zod.def)];
}

function noChecks(def: SchemaDefinition): string[] {
  return checksOf(def).map(unknownNode);
}

function oneOf(values: readonly unknown[]): string {
  return `${JSON.stringify(values)}.includes(v)`;
}

function stringCheck(check: SchemaDefinition): string {
  if (check.check === 'min_length') return `v.length >= ${check.minimum}`;
  if (check.check === 'max_length') return `v.length <= ${check.maximum}`;
  return unknownNode(check);
}

/** A safe integer is finite, so one of the two is asked, and first. */
function numberChecks(checks: readonly SchemaDefinition[]): string[] {
  const isInteger = (check: SchemaDefinition): boolean =>
    check.check === 'number_format' && check.format === 'safeint';
  const kind = checks.some(isInteger) ? 'Number.isSafeInteger(v)' : 'Number.isFinite(v)';
  return [kind, ...checks.filter((check) => !isInteger(check)).map(numberCheck)];
}

function numberCheck(check: SchemaDefinition): string {
  const sign = check.inclusive ? '=' : '';
  if (check.check === 'greater_than') return `v >${sign} ${check.value}`;
  if (check.check === 'less_than') return `v <${sign} ${check.value}`;
  return unknownNode(check);
}

function unknownNode(def: SchemaDefinition): never {
  throw new Error(`compileGuard: no rule for ${JSON.stringify(def.check ?? def.type)}`);
}

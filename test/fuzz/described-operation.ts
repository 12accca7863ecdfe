import { openApiDocument } from '@hemat/server';

/** A JSON schema as the description writes it; only what the fuzzer understands. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** A parameter of a path, a query or a header. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema?: Schema;
}

/** A call of the description. */
export interface DescribedOperation {
  /** Upper case. */
  readonly method: string;
  /** With `{name}` for its parameters. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** By content type; empty where the call takes no body. */
  readonly bodies: Readonly<Record<string, Schema>>;
  /** Content types by status. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

interface RawOperation {
  readonly parameters?: readonly (Parameter & { readonly $ref?: string })[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

// The generated document, seen as the fuzzer reads it.
const description = JSON.parse(JSON.stringify(openApiDocument())) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
};

/** Every call of the description. */
export const operations: readonly DescribedOperation[] = Object.entries(description.paths).flatMap(
  ([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      parameters: (operation.parameters ?? []).map((given) => resolve<Parameter>(given)),
      bodies: Object.fromEntries(
        Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => [
          type,
          schema ?? {},
        ]),
      ),
      answers: Object.fromEntries(
        Object.entries(operation.responses).map(([status, { content }]) => [
          status,
          Object.keys(content ?? {}),
        ]),
      ),
    })),
);

/** What a reference names, or the thing itself. */
export function resolve<Thing extends object>(given: Thing & { readonly $ref?: string }): Thing {
  if (given.$ref === undefined) return given;
  const steps = given.$ref.replace(/^#\//, '').split('/');
  let found: unknown = description;
  // The description is whole: every reference names something in it.
  for (const step of steps) found = (found as Readonly<Record<string, unknown>>)[step];
  return found as Thing;
}

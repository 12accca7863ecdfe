import { openApiDocument } from '@hemat/server';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const description = openApiDocument();
const ajv = new Ajv2020({ strict: false, allErrors: true });
// ajv-formats is CommonJS: its default stands one level deeper for a module.
const formats = addFormats as unknown as { default?: (ajv: Ajv2020) => void } & ((ajv: Ajv2020) => void);
(formats.default ?? formats)(ajv);
ajv.addSchema(JSON.parse(JSON.stringify(description)) as object, 'description');

const patterns = Object.keys(description.paths ?? {}).map((path) => ({
  path,
  pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
}));
const compiled = new Map<string, ValidateFunction>();

/** An answer as the description must know it. */
export interface DescribedCall {
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
}

/** Why an answer of a described call is not one the description allows; empty where it is, or where the call is not described. */
export function undeclared({ method, path, status, contentType, body }: DescribedCall): string[] {
  const found = patterns
    .filter(({ pattern }) => pattern.test(path))
    .sort((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')))
    .find((known) => description.paths?.[known.path]?.[method.toLowerCase() as 'get'] !== undefined);
  if (found === undefined || status === 304) return [];
  const pointer = [
    found.path,
    method.toLowerCase(),
    'responses',
    String(status),
    'content',
    contentType,
    'schema',
  ]
    .map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const check = compile(`description#/paths/${pointer}`);
  if (check === null) return [`${method} ${found.path} does not declare ${status} ${contentType}`];
  if (check(body)) return [];
  return (check.errors ?? []).map(
    ({ instancePath, message }) => `${method} ${found.path} ${status} ${instancePath} ${message}`,
  );
}

function compile($ref: string): ValidateFunction | null {
  const known = compiled.get($ref);
  if (known !== undefined) return known;
  try {
    const check = ajv.compile({ $ref });
    compiled.set($ref, check);
    return check;
  } catch {
    return null;
  }
}

/** What a `Signature-Input` header says of its one signature. */
export interface SignatureInput {
  readonly keyId: string;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly nonce: string;
  /** The components it covers, such as `@method`. */
  readonly covers: readonly string[];
}

const oneSignature =
  /^[a-z*][a-z0-9_.*-]*=\(((?:"[^"()\\]+"(?: (?="))?)*)\)((?:;[a-z]+=(?:"[^"\\]*"|\d{1,15}))*)$/;

/** Reads a header with exactly one signature; null for anything else. Source: RFC 9421, section 4.1. */
export function readSignatureInput(header: string): SignatureInput | null {
  const [, list, parameters] = oneSignature.exec(header.trim()) ?? [];
  if (list === undefined || parameters === undefined) return null;
  const of = (name: string) => new RegExp(`;${name}="?([^";]*)"?(?:;|$)`).exec(parameters)?.[1];
  const [keyId, created, nonce] = [of('keyid'), of('created'), of('nonce')];
  if (!keyId || !/^\d{1,12}$/.test(created ?? '') || !/^[\x21-\x7e]{8,128}$/.test(nonce ?? '')) return null;
  const covers = [...list.matchAll(/"([^"]+)"/g)].map(([, component = '']) => component);
  return { keyId, created: Number(created), nonce: nonce ?? '', covers };
}

/** What there is of a request to cover. */
export interface CoverableRequest {
  readonly query: boolean;
  readonly body: boolean;
  /** Whether it says for whom a partner acts. */
  readonly onBehalfOf: boolean;
}

/** Whether what must not be changed on the way is covered: method, address and, where there are any, body and account. */
export function coversEnough({ covers }: SignatureInput, request: CoverableRequest): boolean {
  const has = (component: string) => covers.includes(component);
  const address = has('@target-uri') || (has('@path') && (has('@query') || !request.query));
  const account = has('hemat-on-behalf-of') || !request.onBehalfOf;
  return has('@method') && address && account && (has('content-digest') || !request.body);
}

/** A code of another system as a request of ours would ask for it, not yet held to a schema. */
export interface ForeignCode {
  readonly input: Readonly<Record<string, unknown>>;
  /** Uses that were counted there. */
  readonly usesBefore: number;
}

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A whole number above zero, else 0: other systems leave counters out. */
export function countOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}

/** What is there, without what is null or absent. */
export function present(fields: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  );
}

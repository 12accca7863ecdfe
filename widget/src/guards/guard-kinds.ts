/** Says whether a value that came over the network has a shape. */
export type Predicate = (value: unknown) => boolean;

export const isString: Predicate = (value) => typeof value === 'string';
export const isBoolean: Predicate = (value) => typeof value === 'boolean';

/** An integer from `least` to `most`. */
export const integer =
  (least = -Infinity, most = Infinity): Predicate =>
  (value) =>
    Number.isSafeInteger(value) && number(least, most)(value);

/** A finite number from `least` to `most`. */
export const number =
  (least = -Infinity, most = Infinity): Predicate =>
  (value) =>
    typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most;

/** One of these values. */
export const oneOf =
  (...values: unknown[]): Predicate =>
  (value) =>
    values.includes(value);

/** What one of these predicates takes. */
export const either =
  (...predicates: Predicate[]): Predicate =>
  (value) =>
    predicates.some((takes) => takes(value));

/** A list of what `takes` takes. */
export const listOf =
  (takes: Predicate): Predicate =>
  (value) =>
    Array.isArray(value) && value.every(takes);

/** An object whose keys hold what their predicates take; other keys are left alone. */
export const objectOf = (shape: Readonly<Record<string, Predicate>>): Predicate => {
  const parts = Object.entries(shape);
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    parts.every(([key, takes]) => takes(Reflect.get(value, key)));
};

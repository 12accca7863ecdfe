/** Whether `answer` is an object with these values among its fields. */
export function hasFields(answer: unknown, expected: Readonly<Record<string, unknown>>): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  const fields = new Map(Object.entries(answer));
  return Object.entries(expected).every(([name, value]) => fields.get(name) === value);
}

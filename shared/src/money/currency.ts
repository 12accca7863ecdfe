/** Whether `code` (upper case) stands in the shipped ISO 4217 table. */
export function isCurrencyCode(code: string): boolean {
  return /^[A-Z]{3}$/.test(code);
}

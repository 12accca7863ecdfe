/** A cell that a spreadsheet would take for a formula, or that is empty, behind any quotes that already guard it. */
const guarded = /^'*(?:$|[=+\-@\t\r＝＋－＠])/;

/**
 * Puts a quote before what a spreadsheet would run as a formula, and for the empty text, as an empty cell means none.
 * Source: OWASP, CSV injection.
 */
export function guardCell(text: string): string {
  return guarded.test(text) ? `'${text}` : text;
}

/** Takes away the quote that `guardCell` has put there, and no other: `unguardCell(guardCell(text))` is `text`. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && guarded.test(cell) ? cell.slice(1) : cell;
}

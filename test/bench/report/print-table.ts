/** Prints rows under their headings, columns as wide as their widest cell; numbers to the right. */
export function printTable(headings: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => [...(row[column] ?? '')].length)));
  for (const [index, row] of all.entries()) {
    console.log(
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
    if (index === 0) console.log(widths.map((width) => '─'.repeat(width)).join('  '));
  }
}

function pad(cell: string, width: number): string {
  const space = ' '.repeat(width - [...cell].length);
  return /^[\d.,]+(\/s| ms| µs| MB| %)?$/.test(cell) ? space + cell : cell + space;
}

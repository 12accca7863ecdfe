const separator = '|';

/** The items of a cell, between bars; null for one that is written as JSON. */
export function splitList(cell: string): string[] | null {
  return cell.startsWith('[') ? null : cell.split(separator).map((item) => item.trim());
}

/** A list as a cell: its items between bars, or as JSON where an item would not come back from that; null for none. */
export function writeList(items: readonly string[]): string | null {
  if (items.length === 0) return null;
  const plain = items.join(separator);
  const comesBack =
    plain.trim() === plain &&
    plain !== '' &&
    splitList(plain)?.every((item, at) => item === items[at]) === true &&
    plain.split(separator).length === items.length;
  return comesBack ? plain : JSON.stringify(items);
}

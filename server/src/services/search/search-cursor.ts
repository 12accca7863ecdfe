import { readCursor, writeCursor, type Place } from '../page-cursor.js';

/** Where a search goes on. */
export interface SearchPlace {
  readonly after: Place;
  /** Whether the codes that begin with what is searched for were on an earlier page. */
  readonly isPastPrefix: boolean;
}

const mark = '.p';

/** The place of an opaque cursor, or null where it is none of ours. */
export function readSearchCursor(cursor: string): SearchPlace | null {
  const isPastPrefix = cursor.endsWith(mark);
  const after = readCursor(isPastPrefix ? cursor.slice(0, -mark.length) : cursor);
  return after && { after, isPastPrefix };
}

/** The opaque cursor of a place. */
export function writeSearchCursor({ after, isPastPrefix }: SearchPlace): string {
  return writeCursor(after) + (isPastPrefix ? mark : '');
}

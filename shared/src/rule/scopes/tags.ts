import type { LineFilter } from './scope.js';

/** The lines that carry at least one of the tags, letter by letter. */
export const tags: LineFilter = ({ tagFilter }) => {
  const listed = new Set(tagFilter);
  return (line) => line.tags.some((tag) => listed.has(tag));
};

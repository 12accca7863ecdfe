import type { LineFilter } from './scope.js';

/** The lines whose product is listed, letter by letter. */
export const products: LineFilter = ({ productIds }) => {
  const listed = new Set<string | null>(productIds);
  return (line) => listed.has(line.productId);
};

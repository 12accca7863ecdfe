import { describe, expect, it } from 'vitest';
import { listAll } from './list-all.js';

const pages = {
  a: { items: [1, 2], nextCursor: 'b', hasMore: true },
  b: { items: [3], nextCursor: 'c', hasMore: true },
  c: { items: [], nextCursor: null, hasMore: false },
};

function listing() {
  const asked: (string | undefined)[] = [];
  const list = async ({ cursor }: { cursor?: string }) => {
    asked.push(cursor);
    return pages[cursor === 'c' || cursor === 'b' ? cursor : 'a'];
  };
  return { list, asked };
}

describe('listAll', () => {
  it('goes through every page', async () => {
    const { list, asked } = listing();
    const items: number[] = [];
    for await (const item of listAll(list)) items.push(item);
    expect(items).toEqual([1, 2, 3]);
    expect(asked).toEqual([undefined, 'b', 'c']);
  });

  it('fetches no page that nobody asked for', async () => {
    const { list, asked } = listing();
    for await (const item of listAll(list)) if (item === 2) break;
    expect(asked).toEqual([undefined]);
  });
});

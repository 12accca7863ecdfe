import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/temp-folder.js';

describe.each(['docs/theming.md', 'docs/widget.md'])('%s', (guide) => {
  const text = read(guide);

  it('shows its examples as they are in the files that run', () => {
    const examples = [...text.matchAll(/<!-- file: (\S+) -->\s+```\w+\n([^]*?)\n```/g)];
    expect(examples.length).toBeGreaterThan(5);
    for (const [, path = '', shown = ''] of examples) expect(shown, path).toBe(read(path).trimEnd());
  });

  it('leads nowhere that is not there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path);
    const missing = links.filter((path) => !exists(join('docs', path)));
    expect(missing).toEqual([]);
  });
});

it('names proofs of the contract that there are', () => {
  const proofs = [...read('docs/widget.md').matchAll(/`([\w-]+\.test\.ts)` “([^”]+)”/g)];
  expect(proofs.length).toBeGreaterThan(60);
  const tests = ['widget/src', 'test'].flatMap(testsBelow);
  const missing = proofs.filter(
    ([, file = '', name = '']) =>
      !tests.some((path) => path.endsWith(`/${file}`) && read(path).includes(`'${name}'`)),
  );
  expect(missing.map(([proof]) => proof)).toEqual([]);
});

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function exists(path: string): boolean {
  try {
    return read(path) !== '';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EISDIR';
  }
}

function testsBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts') && !path.includes('node_modules'))
    .map((path) => `${folder}/${path}`);
}

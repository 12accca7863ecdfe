import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../support/temp-folder.js';
import { sabotages } from './sabotages.js';

it.each(sabotages)('can still be tried: $breaks', ({ edits, tests }) => {
  for (const { file, from, to } of edits) {
    const places = readFileSync(join(root, file), 'utf8').split(from).length - 1;
    expect(places, `${file} has this once: ${from}`).toBe(1);
    expect(to).not.toBe(from);
  }
  for (const test of tests) expect(existsSync(join(root, test)), test).toBe(true);
});

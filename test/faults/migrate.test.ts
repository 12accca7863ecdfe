import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.js';
import { spawnScript } from './support/spawn-script.js';

it('runs every migration once when three processes come at once', async () => {
  const url = `sqlite:${join(tempFolder('migrate'), 'hemat.db')}`;
  const scripts = [1, 2, 3].map(() => spawnScript('migrate-once.ts', url));
  await Promise.all(scripts.map(({ ended }) => ended));
  // Each script writes a list of names.
  const ran = scripts.map(({ output }) => (JSON.parse(output()) as string[]).length).sort();
  expect(ran).toEqual([0, 0, 4]);
});

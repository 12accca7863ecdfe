// Finds a Chromium to test with: CHROMIUM_PATH, the system's, Playwright's own; as root on Debian it installs one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium; installs Debian's as root where there is none. Throws with advice when none can be had. */
export function findChromium() {
  const found =
    process.env.CHROMIUM_PATH ||
    onPath() ||
    places.find(existsSync) ||
    ofPlaywright() ||
    (installOnDebian() && onPath());
  if (found && existsSync(found)) return found;
  throw new Error(
    process.env.CHROMIUM_PATH
      ? 'CHROMIUM_PATH names a file that does not exist.'
      : 'The tests need a Chromium. Install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium) or set CHROMIUM_PATH to it.',
  );
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
}

function ofPlaywright() {
  const path = createRequire(new URL('../test/package.json', import.meta.url))(
    'playwright-core',
  ).chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function installOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  process.stderr.write('Installing Chromium from Debian …\n');
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return (
    apt('update', '-qq') &&
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core')
  );
}

// Serves the service and the sample shop side by side: makes a workspace on the first run, seeds it, prints where to look and
// what to try, and stops both on Ctrl-C. PORT and SHOP_PORT choose the ports, DATA_FOLDER the folder (default: data). With
// HEMAT_ENDPOINT the shop goes to the service that runs there, and none is started.
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const slug = 'toko-kopi';
const data = resolve(process.env.DATA_FOLDER ?? 'data');
const cli = 'server/dist/cli.js';
const serviceEnv = {
  ...process.env,
  HEMAT_DATABASE_URL: process.env.HEMAT_DATABASE_URL ?? `sqlite:${join(data, 'hemat.db')}`,
};
const children = [];
let isStopping = false;

mkdirSync(data, { recursive: true, mode: 0o700 });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));

const keys = await loadKeys();
const service = process.env.HEMAT_ENDPOINT || (await startService());
const shopEnv = {
  ...process.env,
  HEMAT_ENDPOINT: service,
  HEMAT_SECRET_KEY: keys.secretKey,
  HEMAT_PUBLISHABLE_KEY: keys.publishableKey,
  HEMAT_WORKSPACE: keys.workspace.slug,
  DEMO_DATA: join(data, 'shop'),
};
await seed();
const shopPort = await choosePort('SHOP_PORT', 8788, 'shop');
const shop = await start('shop', ['demo/dist/server.js'], { ...shopEnv, DEMO_PORT: shopPort });
welcome();

/** The workspace and keys of the first run; they are kept for the next ones, readable by their owner only. */
async function loadKeys() {
  const path = join(data, 'demo-keys.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const made = spawnSync(process.execPath, [cli, 'init', '--slug', slug, '--currency', 'IDR', '--json'], {
    env: serviceEnv,
    encoding: 'utf8',
  });
  if (made.status !== 0) {
    await fail(
      `The workspace could not be made. If its keys were lost, delete ${data} to start over.\n${made.stderr}`,
    );
  }
  writeFileSync(`${path}.new`, made.stdout, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return JSON.parse(made.stdout);
}

async function seed() {
  const seeded = spawnSync(process.execPath, ['demo/dist/seed.js'], { env: shopEnv, encoding: 'utf8' });
  if (seeded.status !== 0) await fail(`The sample codes could not be made.\n${seeded.stderr}`);
}

async function startService() {
  const port = await choosePort('PORT', 8787, 'service');
  return start('service', [cli, 'serve', '--port', port], serviceEnv);
}

/** The port a variable asks for, or its default; another one where that is taken. */
async function choosePort(variable, byDefault, name) {
  const wanted = process.env[variable] ?? String(byDefault);
  if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65535) await fail(`${variable} is not a port: ${wanted}`);
  if (wanted === '0' || (await isFree(Number(wanted)))) return wanted;
  say(`Port ${wanted} is taken, so the ${name} takes another one. ${variable} chooses it.`);
  return '0';
}

function isFree(port) {
  return new Promise((settle) => {
    const probe = createServer();
    probe.once('error', () => settle(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle(true)));
  });
}

/** Starts a server and answers the address it prints. Whatever it writes goes to a log beside the data. */
function start(name, parameters, env) {
  const path = join(data, `${name}.log`);
  const log = createWriteStream(path, { flags: 'a' });
  // A group of its own: Ctrl-C in a terminal reaches this process alone, which then ends its children in order.
  const child = spawn(process.execPath, parameters, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  children.push(child);
  child.stderr.pipe(log, { end: false });
  child.once('exit', () => {
    if (!isStopping) void fail(`The ${name} ended. Its last words:\n${lastLines(path)}`);
  });
  return new Promise((settle) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      log.write(`${line}\n`);
      const address = /^https?:\/\/\S+$/.exec(line);
      if (address) settle(address[0]);
    });
  });
}

function lastLines(path) {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}

function welcome() {
  say(`
Toko Kopi is open.

  Shop      ${shop}
  Codes     ${shop}/codes    every code there is to try, what happens and why
  Service   ${service}/docs     the API, readable

Try this
  1. Put coffee into the cart and type HEMAT10. You see what you save before you order;
     change a quantity and the amount moves with it.
  2. Place the order, then press "Tandai lunas" (mark as paid) and send the gateway's webhook too:
     the use is counted once.
  3. Type KOPI25 on a small cart: it says how much is missing and applies by itself once it is enough.

The shop speaks Indonesian; EN at the top right changes that. Everything it keeps is in ${data}
(keys: demo-keys.json, logs: service.log and shop.log); delete that folder to start over. Ctrl-C stops both.
`);
}

/** Ends the shop first, so that it can still tell the service what it has to tell, then the service. */
async function stop(status) {
  if (isStopping) return;
  isStopping = true;
  for (const child of children.toReversed()) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = new Promise((settle) => child.once('exit', settle));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 12_000);
    await gone;
    clearTimeout(late);
  }
  process.exit(status);
}

/** Says why and ends; never answers. */
async function fail(text) {
  say(text);
  await stop(1);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

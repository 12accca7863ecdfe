import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sourceOf, type Engine, type EnginePage } from './engine.js';

const driver = '/usr/bin/WebKitWebDriver';
const display = '/usr/bin/Xvfb';
const libraries = '/usr/lib/x86_64-linux-gnu';

/** WebKitGTK through WebDriver on a screen of its own (Debian: `webkit2gtk-driver`, `xvfb`). */
export const webkitEngine: Engine = {
  name: 'WebKitGTK',
  open: async () => {
    const binary = findMiniBrowser();
    if (!binary || !existsSync(driver) || !existsSync(display)) return null;
    const screen = spawn(display, ['-displayfd', '3', '-screen', '0', '1200x900x24'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const port = await freePort();
    const env = {
      ...process.env,
      DISPLAY: `:${await displayNumber(screen)}`,
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    };
    const server = spawn(driver, ['-p', String(port)], { env, stdio: 'ignore' });
    const end = () => [server, screen].forEach((child) => child.kill());
    process.once('exit', end);
    try {
      return await openSession(`http://127.0.0.1:${port}`, binary, end);
    } catch (error) {
      end();
      throw error;
    }
  },
};

async function openSession(address: string, binary: string, end: () => void): Promise<EnginePage> {
  await untilReady(address);
  const browserOptions = { binary, args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': browserOptions } };
  // WebDriver's own shapes, https://www.w3.org/TR/webdriver2/.
  const { sessionId } = (await ask(`${address}/session`, { capabilities })) as { sessionId: string };
  const session = `${address}/session/${sessionId}`;
  return {
    goto: async (url) => void (await ask(`${session}/url`, { url })),
    run: async <Argument, Answer>(job: (argument: Argument) => Promise<Answer>, argument: Argument) => {
      const script = `const done = arguments[0];
        ${sourceOf(job, argument)}.then((answer) => done({ answer }), (error) => done({ error: String(error) }));`;
      const { answer, error } = (await ask(`${session}/execute/async`, { script, args: [] })) as {
        answer: Answer;
        error?: string;
      };
      if (error !== undefined) throw new Error(error);
      return answer;
    },
    close: async () => {
      await fetch(session, { method: 'DELETE' });
      end();
    },
  };
}

/** Sends a command and answers its value; throws with what WebDriver says is wrong. */
async function ask(url: string, body: object): Promise<unknown> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  // Every answer of WebDriver is such an object.
  const { value } = (await answer.json()) as { value: unknown };
  if (!answer.ok) throw new Error(`WebKitWebDriver: ${JSON.stringify(value)}`);
  return value;
}

async function untilReady(address: string, tries = 100): Promise<void> {
  const status = await fetch(`${address}/status`).catch(() => null);
  if (status?.ok) return;
  if (tries === 0) throw new Error('WebKitWebDriver does not answer.');
  await new Promise((resolve) => setTimeout(resolve, 100));
  return untilReady(address, tries - 1);
}

/** The number of the screen, which Xvfb writes once it is there. */
async function displayNumber(screen: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    screen.once('exit', () => reject(new Error('Xvfb did not start.')));
    screen.stdio[3]?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // It listens on TCP.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function findMiniBrowser(): string | undefined {
  if (!existsSync(libraries)) return undefined;
  return readdirSync(libraries)
    .filter((name) => name.startsWith('webkit2gtk-4'))
    .map((name) => join(libraries, name, 'MiniBrowser'))
    .find((path) => existsSync(path));
}

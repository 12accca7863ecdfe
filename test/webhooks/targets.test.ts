import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { postMessage, type PostResult } from '../../server/src/webhooks/post-message.js';
import type { ResolveName } from '../../server/src/webhooks/public-lookup.js';

// A webhook's URL is a stranger's: whatever it says, and whatever its name resolves to, nothing of this machine or its network is reached.

const listeners: Server[] = [];
let connections = 0;
let port = 0;
beforeAll(async () => {
  port = await listenOn('127.0.0.1', 0);
  await listenOn('::1', port).catch(() => 0);
});
beforeEach(() => {
  connections = 0;
});
afterAll(() => listeners.forEach((server) => server.close()));

async function listenOn(host: string, wanted: number): Promise<number> {
  const server = createServer((socket: Socket) => {
    connections += 1;
    socket.on('error', () => {});
    socket.destroy();
  });
  server.listen(wanted, host);
  await once(server, 'listening');
  listeners.push(server);
  // It listens on a port.
  return (server.address() as AddressInfo).port;
}

/** What the network's own names would answer: everything is this machine. */
const allLoopback: ResolveName = (_, __, answer) => answer(null, [{ address: '127.0.0.1', family: 4 }]);

function post(url: string, resolve: ResolveName = allLoopback): Promise<PostResult> {
  const message = { url, headers: {}, body: '{}' };
  return postMessage(message, { targets: 'public', timeoutMs: 500, resolve });
}

const hosts = [
  '127.0.0.1',
  '127.0.0.1.',
  '127.1',
  '127.0.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0x7F.1',
  '0177.0.0.1',
  '017700000001',
  '0x7f.0x0.0x0.0x1',
  '0.0.0.0',
  '0',
  '0x0',
  '%31%32%37.0.0.1',
  '127%2e0%2e0%2e1',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '１２７.0.0.1',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'ｌｏｃａｌｈｏｓｔ',
  'shop.localhost',
  'intranet',
  'localtest.example.com',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:0:127.0.0.1]',
  '[::127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::80ff:fffe]',
  '[fe80::1]',
  '[fec0::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[ff02::1]',
  '[100::1]',
  '[2001:db8::1]',
  '[4000::1]',
  '169.254.169.254',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.0.1',
  '100.64.0.1',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
];
const wholes = [
  (at: string) => `http://${at}/`,
  (at: string) => `https:${at}/`,
  (at: string) => `https:\\\\${at}\\`,
  (at: string) => `\thttps://${at}/\n`,
  (at: string) => `https://hooks.example.com@${at}/`,
  (at: string) => `https://:@${at}/`,
  (at: string) => `https://${at}#@hooks.example.com/`,
  (at: string) => `ws://${at}/`,
];

describe('nothing here is reached', () => {
  it.each(hosts)('as %s', async (host) => {
    const { response, failure } = await post(`https://${host}:${port}/hook`);
    expect(response).toBeNull();
    expect(['URL_NOT_ALLOWED', 'ADDRESS_NOT_ALLOWED']).toContain(failure);
    expect(connections).toBe(0);
  });

  it.each(wholes.map((spell) => [JSON.stringify(spell('127.0.0.1')), spell] as const))(
    'as %s',
    async (_, spell) => {
      const { failure } = await post(spell(`127.0.0.1:${port}`));
      expect(failure).toBe('URL_NOT_ALLOWED');
      expect(connections).toBe(0);
    },
  );

  it.each([
    '127.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '64:ff9b::7f00:1',
    'fe80::1%lo',
  ])('by a name that resolves to %s', async (address) => {
    const family = address.includes(':') ? 6 : 4;
    const resolve: ResolveName = (_, __, answer) => answer(null, [{ address, family }]);
    expect(await post(`https://hooks.example.com:${port}/`, resolve)).toEqual({
      response: null,
      failure: 'ADDRESS_NOT_ALLOWED',
    });
    expect(connections).toBe(0);
  });

  it('by a name with a public address and another one', async () => {
    const mixed = [
      { address: '3ffe::1', family: 6 },
      { address: '127.0.0.1', family: 4 },
    ];
    const resolve: ResolveName = (_, __, answer) => answer(null, mixed);
    expect((await post(`https://hooks.example.com:${port}/`, resolve)).failure).toBe('ADDRESS_NOT_ALLOWED');
    expect(connections).toBe(0);
  });

  it('by a name that changes its mind between two answers', async () => {
    let asked = 0;
    const rebinding: ResolveName = (_, __, answer) => {
      asked += 1;
      // An address of a public range that nobody has (3ffe::/16 was given back), then this machine, and so on.
      answer(null, [{ address: asked % 2 === 1 ? '3ffe::1' : '127.0.0.1', family: asked % 2 === 1 ? 6 : 4 }]);
    };
    const send = () =>
      postMessage(
        { url: `https://hooks.example.com:${port}/`, headers: {}, body: '{}' },
        { targets: 'public', timeoutMs: 100, resolve: rebinding },
      );
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      const { failure } = await send();
      // Asked anew at every attempt and once only: what was judged is what is connected to.
      expect(asked).toBe(attempt);
      if (attempt % 2 === 0) expect(failure).toBe('ADDRESS_NOT_ALLOWED');
    }
    expect(connections).toBe(0);
  });
});

it('says what a name is that does not exist', async () => {
  const resolve: ResolveName = (_, __, answer) =>
    answer(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), []);
  expect((await post('https://hooks.example.com/', resolve)).failure).toBe('NAME_NOT_FOUND');
});

it.each(['127.0.0.1', '127.1', '2130706433', 'localhost'])(
  'reaches this machine as %s where development allows it: the listeners count',
  async (host) => {
    const message = { url: `https://${host}:${port}/`, headers: {}, body: '{}' };
    const { failure } = await postMessage(message, { targets: 'any' });
    expect(['CONNECTION_FAILED', 'TLS_FAILED']).toContain(failure);
    expect(connections).toBeGreaterThan(0);
  },
);

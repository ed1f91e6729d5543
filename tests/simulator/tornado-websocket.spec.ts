import net, { type Socket } from 'node:net';
import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index.ts';
import { clientFrame, framesIn, OPCODE } from '../../specs/target/websocket-frame.ts';

/*
 * What websockets of rest_tornado do by the master's configuration, which the suite takes as it is.
 */

const READY = 'websocket client ready';

const CONFIG = {
  external_auth: { auto: { saltdev: ['.*', '@runner'] } },
  netapi_enable_clients: ['local', 'runner'],
};

/** A websocket, and what has come over it. */
class Client {
  readonly socket: Socket;
  #bytes: Buffer = Buffer.alloc(0);
  #isClosed = false;

  constructor(url: string, path: string, headers: readonly string[] = []) {
    const { hostname, port, host } = new URL(url);
    this.socket = net.connect(Number(port), hostname);
    this.socket.on('data', (bytes) => (this.#bytes = Buffer.concat([this.#bytes, bytes])));
    this.socket.once('close', () => (this.#isClosed = true));
    const lines = [
      `GET ${path} HTTP/1.1`,
      `Host: ${host}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      ...headers,
    ];
    this.socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  }

  get status(): string {
    return this.#bytes.toString('latin1').slice(9, 12);
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  get frames(): string[] {
    const begin = this.#bytes.indexOf('\r\n\r\n') + 4;
    return framesIn(this.#bytes.subarray(begin)).map(
      ({ opcode, payload }) => `${opcode} ${payload.toString()}`,
    );
  }

  send(opcode: number, payload: string): void {
    this.socket.write(clientFrame(opcode, payload));
  }
}

async function withTornado(
  { config = {}, ...options }: Omit<SimulatorOptions, 'config'> & { config?: object },
  body: (simulator: Simulator, open: (path: string, headers?: string[]) => Client) => Promise<void>,
): Promise<void> {
  const section = { disable_ssl: true, websockets: true };
  const whole = { ...CONFIG, rest_tornado: section, ...config };
  const simulator = await startSimulator({ netapi: ['tornado'], config: whole, ...options });
  const clients: Client[] = [];
  try {
    await body(simulator, (path, headers) => {
      const client = new Client(simulator.url, path, headers);
      clients.push(client);
      return client;
    });
  } finally {
    for (const { socket } of clients) socket.destroy();
    await simulator.close();
  }
}

async function tokenOf({ url }: Simulator): Promise<string> {
  const body = new URLSearchParams({ username: 'saltdev', password: 'x', eauth: 'auto' });
  const reply = await fetch(`${url}/login`, { method: 'POST', body });
  const { return: logins } = (await reply.json()) as { return: { token: string }[] };
  return logins[0]?.token ?? '';
}

test('without websockets: true there are no such paths', async () => {
  const config = { rest_tornado: { disable_ssl: true } };
  await withTornado({ config }, async (simulator, open) => {
    const client = open(`/all_events/${await tokenOf(simulator)}`);
    await expect.poll(() => client.status).toBe('404');
  });
});

test('tokens are as long as hash_type makes them', async () => {
  await withTornado({ config: { hash_type: 'md5' } }, async (simulator, open) => {
    const token = await tokenOf(simulator);
    expect(token).toHaveLength(32);
    const [good, long] = [open(`/all_events/${token}`), open(`/all_events/${token}${token}`)];
    await expect.poll(() => [good.status, long.status]).toEqual(['101', '404']);
  });
});

for (const [cors_origin, allowed] of [
  ['*', ['http://a.example', 'http://b.example']],
  ['http://a.example', ['http://a.example']],
  [['http://a.example', 'http://c.example'], ['http://a.example']],
] as const) {
  test(`cors_origin ${JSON.stringify(cors_origin)} lets in ${allowed.join(' and ')}`, async () => {
    const config = { rest_tornado: { disable_ssl: true, websockets: true, cors_origin } };
    for (const salt of ['3006', '3008'])
      await withTornado({ config, salt }, async (simulator, open) => {
        const path = `/all_events/${await tokenOf(simulator)}`;
        for (const origin of ['http://a.example', 'http://b.example']) {
          const client = open(path, [`Origin: ${origin}`]);
          const isAllowed = (allowed as readonly string[]).includes(origin);
          await expect.poll(() => client.status).toBe(isAllowed ? '101' : '403');
        }
      });
  });
}

test('with a cors_origin the own host is foreign to 3006, and never since', async () => {
  const section = { disable_ssl: true, websockets: true, cors_origin: 'http://a.example' };
  for (const [salt, status] of [
    ['3006', '403'],
    ['3008', '101'],
  ] as const)
    await withTornado({ config: { rest_tornado: section }, salt }, async (simulator, open) => {
      const client = open(`/all_events/${await tokenOf(simulator)}`, [`Origin: ${simulator.url}`]);
      await expect.poll(() => client.status).toBe(status);
    });
});

for (const [salt, outcome] of [
  ['3006', { isClosed: false, frames: [`${OPCODE.pong} still there?`] }],
  ['3008', { isClosed: true, frames: [] }],
] as const) {
  test(`without local among netapi_enable_clients ${salt} formats no event`, async () => {
    const config = { netapi_enable_clients: ['runner'] };
    await withTornado({ config, salt }, async (simulator, open) => {
      const client = open(`/formatted_events/${await tokenOf(simulator)}`);
      client.send(OPCODE.text, READY);
      client.send(OPCODE.ping, 'still there?');
      await expect
        .poll(() => [client.isClosed, client.frames])
        .toEqual([outcome.isClosed, outcome.frames]);
    });
  });
}

test('a listener that stops reading is dropped', async () => {
  await withTornado({}, async (simulator, open) => {
    const token = await tokenOf(simulator);
    const client = open(`/all_events/${token}`);
    await expect.poll(() => client.status).toBe('101');
    client.send(OPCODE.text, READY);
    client.socket.pause();
    const post = 'x'.repeat(1024 * 1024);
    const headers = { 'X-Auth-Token': token, 'Content-Type': 'application/json' };
    const hook = (): Promise<Response> =>
      fetch(`${simulator.url}/hook`, { method: 'POST', headers, body: JSON.stringify({ post }) });
    for (let count = 0; count < 20; count += 1) await hook();
    client.socket.resume();
    await expect.poll(() => client.isClosed).toBe(true);
  });
});

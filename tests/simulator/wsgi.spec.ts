import { once } from 'node:events';
import net from 'node:net';
import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { nowOf } from './now-of.ts';

/*
 * rest_wsgi, as far as no client of it can see: what runs although its reply breaks down, and one
 * thing after the other.
 */

const CREDENTIALS = { username: 'saltdev', password: 'saltdev', eauth: 'pam' };
const JSON_BODY = { 'Content-Type': 'application/json' };

const BREAKDOWN = 'A server error occurred.  Please contact the administrator.';

async function withWsgi(
  salt: string,
  body: (simulator: Simulator) => Promise<void>,
): Promise<void> {
  const simulator = await startSimulator({ salt, netapi: ['wsgi', 'cherrypy'] });
  try {
    await body(simulator);
  } finally {
    await simulator.close();
  }
}

/** Posts low data, with credentials in each chunk, and gives the body of the reply. */
async function run({ url }: Simulator, ...chunks: readonly object[]): Promise<string> {
  const body = JSON.stringify(chunks.map((chunk) => ({ ...CREDENTIALS, ...chunk })));
  return (await fetch(url, { method: 'POST', headers: JSON_BODY, body })).text();
}

/** What the master has in its job cache, through rest_cherrypy. */
async function jobsOf({ urls }: Simulator): Promise<string[]> {
  const chunk = { client: 'runner', fun: 'jobs.list_jobs', ...CREDENTIALS };
  const reply = await fetch(`${urls.cherrypy}/run`, {
    method: 'POST',
    headers: JSON_BODY,
    body: JSON.stringify([chunk]),
  });
  const { return: returns } = (await reply.json()) as {
    return: Record<string, { Function: string }>[];
  };
  return Object.values(returns[0] ?? {}).map((job) => job.Function);
}

/** What comes back for bytes, until the server closes the connection. */
async function answerTo({ url }: Simulator, ...pieces: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = net.connect({ host: hostname, port: Number(port) });
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  await once(socket, 'connect');
  for (const piece of pieces) {
    socket.write(piece, 'latin1');
    await new Promise((resolve) => setImmediate(resolve));
  }
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('latin1');
}

for (const salt of ['3006', '3007', '3008'])
  test(`${salt} runs low data, and breaks down over the reply`, async () => {
    await withWsgi(salt, async (simulator) => {
      expect(await run(simulator, { client: 'local', tgt: 'web1', fun: 'test.ping' })).toBe(
        BREAKDOWN,
      );
      expect(await jobsOf(simulator)).toContain('test.ping');
    });
  });

test('what follows a chunk that fails does not run', async () => {
  await withWsgi('3008', async (simulator) => {
    const ping = { client: 'local', tgt: 'web1', fun: 'test.ping' };
    const echo = { client: 'local', tgt: 'web1', fun: 'test.echo', arg: ['a'] };
    await run(simulator, ping, { client: 'nonesuch' }, echo);
    const jobs = await jobsOf(simulator);
    expect(jobs).toContain('test.ping');
    expect(jobs).not.toContain('test.echo');
  });
});

test('local_batch is asked for nothing, so it publishes nothing', async () => {
  await withWsgi('0.8.4', async (simulator) => {
    const chunk = { client: 'local_batch', tgt: 'web*', fun: 'test.ping', batch: '1' };
    expect(await run(simulator, chunk)).toBe('Object of type generator is not JSON serializable');
    expect(await jobsOf(simulator)).not.toContain('test.ping');
  });
});

test('requests are answered one after the other', async () => {
  await withWsgi('0.8.4', async (simulator) => {
    const started = await nowOf(simulator);
    const sleep = { client: 'runner', fun: 'test.sleep', s_time: 4 };
    const replies = await Promise.all([run(simulator, sleep), run(simulator, sleep)]);
    expect(replies).toEqual(['{"return": [true]}', '{"return": [true]}']);
    expect(await nowOf(simulator)).toBeGreaterThanOrEqual(started + 8);
  });
});

test('who is silent holds up nobody', async () => {
  await withWsgi('0.8.4', async (simulator) => {
    const { hostname, port } = new URL(simulator.url);
    const socket = net.connect({ host: hostname, port: Number(port) });
    await once(socket, 'connect');
    socket.write('POST / HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n[');
    expect(await run(simulator)).toBe('{"return": []}');
    socket.destroy();
  });
});

test('a request may come in pieces, its body too', async () => {
  await withWsgi('0.8.4', async (simulator) => {
    const pieces = ['PO', 'ST / HTTP/1.1\r', '\nContent-Type: application', '/json\r\n'];
    const answer = await answerTo(simulator, ...pieces, 'Content-Length: 2\r\n\r\n', '[', ']');
    expect(answer).toMatch(/^HTTP\/1\.0 200 OK\r\n[^]*\r\n\r\n\{"return": \[\]\}$/);
  });
});

test('a body that ends too early is what came of it', async () => {
  await withWsgi('0.8.4', async (simulator) => {
    const { hostname, port } = new URL(simulator.url);
    const socket = net.connect({ host: hostname, port: Number(port) });
    socket.end('POST / HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n[]');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    await once(socket, 'close');
    expect(Buffer.concat(chunks).toString()).toContain('{"return": []}');
  });
});

const UTF8_FAULTS = {
  '\xff': 'byte 0xff in position 0: invalid start byte',
  '["\xe9"]': 'byte 0xe9 in position 2: invalid continuation byte',
  '"\xe2\x82': 'bytes in position 1-2: unexpected end of data',
};

for (const [body, fault] of Object.entries(UTF8_FAULTS))
  test(`bytes that are no UTF-8 are told: ${fault}`, async () => {
    await withWsgi('0.8.4', async (simulator) => {
      const head = `POST / HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`;
      expect(await answerTo(simulator, `${head}\r\n\r\n${body}`)).toContain(
        `{"return": "400: 'utf-8' codec can't decode ${fault}"}`,
      );
    });
  });

test('lengths that are none are told in the words of Python', async () => {
  await withWsgi('0.8.4', async (simulator) => {
    for (const [length, told] of [
      ['abc', "400: invalid literal for int() with base 10: 'abc'"],
      ['-2', '400: read length must be non-negative or -1'],
    ] as const)
      expect(
        await answerTo(
          simulator,
          `POST / HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`,
        ),
      ).toContain(`{"return": "${told}"}`);
  });
});

test('headers are read as those of a mail: the first of a name counts, and what is none ends them', async () => {
  await withWsgi('0.8.4', async (simulator) => {
    const type = 'Content-Type: application/json';
    const length = 'Content-Length: 2';
    for (const [status, ...headers] of [
      [200, type, 'Content-Type: text/plain', length],
      [406, 'Content-Type: text/plain', type, length],
      [406, 'nonesuch', type, length],
      [200, ' folded', ':nameless', type.toLowerCase(), length],
      [406, 'Content-Type : application/json', length],
    ] as const)
      expect(
        await answerTo(simulator, `POST / HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n[]`),
      ).toMatch(new RegExp(`^HTTP/1\\.0 ${status} `));
  });
});

test('the journal tells of what was asked', async () => {
  await withWsgi('3008', async (simulator) => {
    await fetch(`${simulator.url}/a/b?c=d`);
    await answerTo(simulator, 'FROB / HTTP/1.0\r\n\r\n');
    const told = simulator.journal
      .requests()
      .map(({ method, path, status }) => ({ method, path, status }));
    expect(told).toEqual([
      { method: 'GET', path: '/a/b?c=d', status: 500 },
      { method: 'FROB', path: '/', status: 500 },
    ]);
  });
});

for (const [section, told] of [
  [['8001'], 'The master option "rest_wsgi" must be a mapping'],
  [{ port: 'eight' }, '"rest_wsgi: port" must be a port from 0 to 65535'],
  [{ port: 70_000 }, '"rest_wsgi: port" must be a port from 0 to 65535'],
] as const)
  test(`a section ${JSON.stringify(section)} is refused`, async () => {
    const config = { rest_wsgi: section };
    await expect(startSimulator({ config, netapi: ['wsgi'] })).rejects.toThrow(told);
  });

test('a port that is in use is told', async () => {
  await withWsgi('3008', async ({ url }) => {
    const port = Number(new URL(url).port);
    await expect(startSimulator({ netapi: ['wsgi'], port })).rejects.toThrow(
      `Cannot listen on 127.0.0.1:${port}: the port is in use.`,
    );
  });
});

test('of several modules it is told whose port is in use', async () => {
  await withWsgi('3008', async ({ url }) => {
    const port = Number(new URL(url).port);
    const config = { rest_wsgi: { port } };
    await expect(startSimulator({ netapi: ['tornado', 'wsgi'], config })).rejects.toThrow(
      `Cannot listen on 127.0.0.1:${port} for wsgi: the port is in use.`,
    );
  });
});

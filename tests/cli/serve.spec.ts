import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { urlOfNobody } from '../suite/local-server.ts';
import { saltproof, start, whileServing } from './saltproof.ts';

const LOG_IN = new URLSearchParams({ username: 'saltdev', password: 'saltdev', eauth: 'pam' });

async function logIn(url: string): Promise<string> {
  const reply = await fetch(`${url}/login`, { method: 'POST', body: LOG_IN });
  return reply.headers.get('x-auth-token') ?? '';
}

test('serve prints one line when it is ready', async () => {
  const serving = start(['serve', '--port', '0']);
  try {
    const line = await serving.prints(/^.*\n/);
    expect(line).toMatch(
      /^Salt 3008 \(simulated\) answers at (http:\/\/127\.0\.0\.1:\d+); control API at \1\/_saltproof\n$/,
    );
    const [url = ''] = /http:\S+(?=;)/.exec(line) ?? [];
    expect((await fetch(url)).status).toBe(200);
    serving.child.kill('SIGTERM');
    expect(await serving.ended).toEqual({ code: 0, stdout: line, stderr: '' });
  } finally {
    serving.child.kill('SIGKILL');
  }
});

test('serve --json prints where everything is, and its process id', async () => {
  await whileServing([], async (url, serving) => {
    expect(JSON.parse(serving.output().stdout)).toEqual({
      url,
      urls: { cherrypy: url },
      control: `${url}/_saltproof`,
      pid: serving.child.pid,
    });
  });
});

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  test(`${signal} ends serve with 0, also while somebody listens to events`, async () => {
    await whileServing([], async (url, serving) => {
      const reply = await fetch(`${url}/events`, {
        headers: { 'X-Auth-Token': await logIn(url) },
      });
      const reader = reply.body?.getReader();
      await reader?.read();
      serving.child.kill(signal);
      const { code, stderr } = await serving.ended;
      expect([code, stderr]).toEqual([0, '']);
      await expect(reader?.read()).rejects.toThrow();
    });
  });

test.describe('the port', () => {
  let directory: string;
  test.beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'saltproof-port-'));
  });
  test.afterEach(() => rmSync(directory, { recursive: true, force: true }));

  async function configWithPort(): Promise<{ path: string; url: string }> {
    const url = await urlOfNobody();
    const path = join(directory, 'master');
    writeFileSync(path, `rest_cherrypy: {disable_ssl: true, port: ${new URL(url).port}}\n`);
    return { path, url };
  }

  test("is the configuration's own where --port is absent", async () => {
    const { path, url } = await configWithPort();
    const serving = start(['serve', '--config', path, '--json']);
    try {
      expect(JSON.parse(await serving.prints(/^.*\n/))).toMatchObject({ url });
    } finally {
      serving.child.kill('SIGKILL');
    }
  });

  test('is the one of --port where both are named', async () => {
    const { path, url: configured } = await configWithPort();
    await whileServing(['--config', path], async (url) => {
      expect(url).not.toBe(configured);
    });
  });

  test('that is in use is named, and what to do', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    const { code, stdout, stderr } = await saltproof(['serve', '--port', String(port)]);
    server.close();
    expect(stderr).toBe(
      `saltproof: Cannot listen on 127.0.0.1:${port}: the port is in use. Name another, or 0 for a free one.\n`,
    );
    expect([code, stdout]).toEqual([2, '']);
  });

  test('that takes more rights is named, and what to do', async () => {
    // Whether a port takes rights is up to the machine and the user, so the refusal is made up.
    const preload = `data:text/javascript,import net from 'node:net';
      net.Server.prototype.listen = function () {
        setImmediate(() => this.emit('error', Object.assign(new Error('listen EACCES'), { code: 'EACCES' })));
        return this;
      };`;
    const env = { NODE_OPTIONS: `--import ${JSON.stringify(preload.replace(/\n\s*/g, ' '))}` };
    const { code, stderr } = await saltproof(['serve', '--port', '80'], { env });
    expect(stderr).toContain(
      'Cannot listen on 127.0.0.1:80: this port needs more rights. Name one above 1023.',
    );
    expect(code).toBe(2);
  });
});

test('an address that this machine does not have is named, and what to do', async () => {
  const { code, stderr } = await saltproof(['serve', '--port', '0', '--host', '192.0.2.1']);
  expect(stderr).toContain('this machine has no such address. Name one of its own.');
  expect(code).toBe(2);
});

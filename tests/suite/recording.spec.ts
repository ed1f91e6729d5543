import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeRecordings } from '../../specs/write-recordings.ts';
import type { RecordingFile } from '../../specs/recording.ts';
import { Target } from '../../specs/target/target.ts';
import { serveHttp } from './local-server.ts';
import { plainOptions } from './run-options.ts';
import { serveStub, STUB_TOKEN } from './stub-master.ts';

test('a recording is what went over the wire, with its secrets, in order', async () => {
  const stub = await serveStub();
  const target = new Target(stub.url, plainOptions());
  await target.explore();
  const log = target.begin();
  await target.lowstate({ client: 'local', tgt: '*', fun: 'test.ping' });
  await target.passes(0);
  await target.sendBytes('GARBAGE\r\n\r\n');
  target.close();
  await stub.close();
  expect(log.steps()).toMatchObject([
    {
      kind: 'exchange',
      request: { path: '/login', body: expect.stringContaining('Corr3ct horse') },
    },
    {
      kind: 'exchange',
      request: {
        path: '/',
        headers: expect.arrayContaining([['X-Auth-Token', STUB_TOKEN]]),
        body: '[{"client":"local","tgt":"*","fun":"test.ping"}]',
      },
      reply: { status: 200, body: '{"return":[{"web1":true,"old1":false}]}' },
    },
    { kind: 'passes', seconds: 0 },
    {
      kind: 'raw',
      sent: 'GARBAGE\r\n\r\n',
      received: expect.stringContaining('400'),
      endedBy: 'target',
    },
  ]);
});

test('bytes that are no text are recorded as base64, and counted in the report', async () => {
  const server = await serveHttp((_, res) => void res.end(Buffer.from([0x1f, 0x8b, 0xff])));
  const target = new Target(server.url, plainOptions());
  const log = target.begin();
  await target.get('/');
  target.close();
  await server.close();
  expect(log.steps()).toMatchObject([{ reply: { body: { base64: 'H4v/' } } }]);
  expect(log.exchanges()).toMatchObject([{ response: { body: '(3 bytes that are not text)' } }]);
});

test('recordings are written to a file a topic, which keeps the order of the run', () => {
  const directory = mkdtempSync(join(tmpdir(), 'recording-'));
  const requirements = ['cherrypy.root.a', 'cherrypy.login.b', 'cherrypy.root.c'];
  const steps = [{ kind: 'passes', at: 0, seconds: 1 }] as const;
  const recordings = requirements.map((requirement, order) => ({ order, requirement, steps }));
  const run = { salt: '3008', target: 'http://127.0.0.1:8000', runId: 'mwvho6yy' };
  try {
    writeRecordings(join(directory, 'new'), run, recordings);
    const names = readdirSync(join(directory, 'new')).toSorted();
    expect(names).toEqual(['cherrypy.login.json', 'cherrypy.root.json']);
    const text = readFileSync(join(directory, 'new', 'cherrypy.root.json'), 'utf8');
    expect(JSON.parse(text) as RecordingFile).toEqual({
      format: 'saltproof-recording/1',
      topic: 'cherrypy.root',
      ...run,
      recordings: [recordings[0], recordings[2]],
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
});

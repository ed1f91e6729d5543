import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { DOCUMENTED, MANUAL, MEANT } from './documented.ts';
import { JSON_IN } from './json-in.ts';

requirement(
  'wsgi.replies.json',
  {
    level: 'should',
    text: 'All replies are JSON, errors too, and say so without a charset.',
    source: { documented: MANUAL },
    ...DOCUMENTED,
  },
  async ({ target }) => {
    for (const [method, body] of [
      ['GET', undefined],
      ['PUT', undefined],
      ['POST', '[]'],
      ['POST', '{'],
      ['POST', '[{"client": "local"}]'],
    ] as const) {
      const headers = [JSON_IN];
      const reply = await target.send({ method, path: '/', headers, ...(body && { body }) });
      expect(reply.header('Content-Type')).toBe('application/json');
      expect(reply.json()).toHaveProperty('return');
    }
  },
);

requirement(
  'wsgi.replies.head',
  {
    level: 'may',
    text: 'A reply is one of HTTP/1.0 with Date, Server, Content-Length and Content-Type, in this order, and the connection ends with it.',
    source: MEANT,
    ...DOCUMENTED,
  },
  async ({ target }) => {
    const { bytes, reply, isClosed } = await target.sendBytes('GET / HTTP/1.1\r\n\r\n');
    expect(bytes.toString('latin1')).toMatch(/^HTTP\/1\.0 200 OK\r\n/);
    expect(reply?.headers.map(([name]) => name)).toEqual([
      'Date',
      'Server',
      'Content-Length',
      'Content-Type',
    ]);
    expect(isClosed).toBe(true);
  },
);

requirement(
  'wsgi.replies.joke',
  {
    level: 'may',
    text: 'GET answers 200 and a joke, as a list of its characters, and asks nobody who they are.',
    source: MEANT,
    ...DOCUMENTED,
  },
  async ({ target }) => {
    const reply = await target.get('/');
    expect(reply.status).toBe(200);
    const joke = "They found me. I don't know how, but they found me. Run for it, Marty!";
    expect(reply.json()).toEqual({ return: Array.from(joke) });
    expect(reply.body).toMatch(/^\{"return": \["T", "h", "e", /);
  },
);

requirement(
  'wsgi.replies.any-path',
  {
    level: 'may',
    text: 'Every path and every query is as good as /.',
    source: MEANT,
    ...DOCUMENTED,
  },
  async ({ target }) => {
    const { body } = await target.get('/');
    for (const path of ['/login', '/a/b?c=d', '/?client=local'])
      expect((await target.get(path)).body).toBe(body);
    expect((await target.post('/run', '[]', [JSON_IN])).body).toBe('{"return": []}');
  },
);

requirement(
  'wsgi.replies.other-methods',
  {
    level: 'may',
    text: 'Other methods than GET and POST answer 405, METHOD NOT ALLOWED.',
    source: MEANT,
    ...DOCUMENTED,
  },
  async ({ target }) => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const { status, reason, body } = await target.send({ method, path: '/' });
      expect([status, reason]).toEqual([405, 'METHOD NOT ALLOWED']);
      expect(body).toBe('{"return": "405: Method Not Allowed"}');
    }
  },
);

requirement(
  'wsgi.replies.head-has-body',
  {
    level: 'may',
    text: 'HEAD answers 405 like other methods, with a body that HTTP does not allow.',
    source: MEANT,
    ...DOCUMENTED,
  },
  async ({ target }) => {
    const { reply } = await target.sendBytes('HEAD / HTTP/1.1\r\n\r\n');
    expect(reply?.status).toBe(405);
    expect(reply?.body).toBe('{"return": "405: Method Not Allowed"}');
  },
);

requirement(
  'wsgi.replies.length-in-characters',
  {
    level: 'may',
    text: 'Content-Length counts characters, so it is too small for a body that is not ASCII.',
    source: MEANT,
    ...DOCUMENTED,
  },
  async ({ target }) => {
    const body = JSON.stringify([{ client: 'ü€' }]);
    const length = Buffer.byteLength(body);
    const { reply } = await target.sendBytes(
      Buffer.from(
        `POST / HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`,
      ),
    );
    const said = `{"return": "Invalid client specified: 'ü€'"}`;
    expect(reply?.body).toBe(said);
    expect(reply?.header('Content-Length')).toBe(String(said.length));
    expect(reply?.bytes.length).toBe(said.length + 3);
  },
);

requirement(
  'wsgi.replies.generator',
  {
    level: 'may',
    text: 'local_batch answers 500 and a bare text that is no JSON, though it says that it is: its return has no word in JSON.',
    source: MEANT,
    ...DOCUMENTED,
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'local_batch',
      tgt: 'saltproof-nobody',
      fun: 'test.ping',
    });
    expect(reply.status).toBe(500);
    expect(reply.header('Content-Type')).toBe('application/json');
    expect(reply.body).toMatch(/is not JSON serializable$/);
  },
);

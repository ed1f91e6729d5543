import { expect, test } from '@playwright/test';
import { declare } from '../../specs/declaration.ts';
import type { RunOptions } from '../../specs/run-options.ts';
import { Target } from '../../specs/target/target.ts';
import { tryRequirement, type Tried } from '../../specs/try-requirement.ts';
import { sendJson, urlOfNobody } from './local-server.ts';
import { plainOptions } from './run-options.ts';
import { serveStub, STUB_TOKEN, type Answers } from './stub-master.ts';

const declaration = declare('cherrypy.a.b', {
  level: 'must',
  text: 'It does.',
  source: { observed: ['3008.3'] },
});

/** Tries a body on a stub master. */
async function tried(
  body: (target: Target) => Promise<void>,
  { answers = {}, options = {} }: { answers?: Answers; options?: Partial<RunOptions> } = {},
): Promise<Tried> {
  const stub = await serveStub(answers);
  const target = new Target(stub.url, plainOptions(options));
  try {
    return await tryRequirement(declaration, target, () => body(target));
  } finally {
    target.close();
    await stub.close();
  }
}

test('a body that ends well passes, with its exchanges as evidence', async () => {
  const { result } = await tried(async (target) => {
    expect((await target.get('/x')).status).toBe(404);
  });
  expect(result).toMatchObject({
    id: 'cherrypy.a.b',
    outcome: 'pass',
    exchanges: [{ request: { method: 'GET', path: '/x' }, response: { status: 404 } }],
  });
});

test('an expectation that does not hold fails, with what was expected, what was seen, and where', async () => {
  const { result } = await tried(async (target) => {
    expect((await target.get('/x')).status).toBe(200);
  });
  expect(result).toMatchObject({ outcome: 'fail', failure: { expected: '200', actual: '404' } });
  expect(result.failure?.message).not.toContain('\u001B');
});

// As rest_cherrypy says it, and as rest_wsgi does.
for (const status of [400, 500])
  test(`what needs a client that the master has disabled could not be tried: ${status}`, async () => {
    const disabled =
      "<p>Client disabled: 'runner'. Add to 'netapi_enable_clients' master config option to enable.</p>";
    const answers: Answers = { 'GET /x': (_, res) => void res.writeHead(status).end(disabled) };
    const { result } = await tried(
      async (target) => {
        expect((await target.get('/x')).status).toBe(200);
      },
      { answers },
    );
    expect(result).toMatchObject({
      outcome: 'not verified',
      cause: 'needs runner among netapi_enable_clients',
    });
    const passed = await tried(async (target) => void (await target.get('/x')), { answers });
    expect(passed.result.outcome).toBe('pass');
  });

test('a reply that does not fit its schema, or is no JSON, fails', async () => {
  const answers: Answers = {
    'GET /': (_, res) => sendJson(res, 200, { return: 'Welcome', clients: [] }),
    'GET /html': (_, res) => void res.end('<html>'),
  };
  const unfit = await tried(async (target) => void target.shape(await target.get('/'), 'welcome'), {
    answers,
  });
  expect(unfit.result.outcome).toBe('fail');
  expect(unfit.result.failure?.message).toContain('/clients must NOT have fewer than 1 items');
  const html = await tried(async (target) => void (await target.get('/html')).json(), { answers });
  expect(html.result).toMatchObject({
    outcome: 'fail',
    failure: { message: 'The reply (200 OK) is not JSON: "<html>"' },
  });
});

test('a target that hangs up fails', async () => {
  const answers: Answers = { 'GET /x': (req) => void req.socket.destroy() };
  const { result } = await tried(async (target) => void (await target.get('/x')), { answers });
  expect(result.outcome).toBe('fail');
  expect(result.failure?.message).toMatch(/GET http:.*\/x got no reply/);
});

test('what cannot be found out is not verified, and the cause says why', async () => {
  const { result } = await tried(async (target) => target.passes(43200), {
    options: { timeBudget: 90 },
  });
  expect(result).toMatchObject({
    outcome: 'not verified',
    cause: 'needs 12 h to pass; --time-budget is 90 s',
  });
  const limited = await tried(async (target) => void target.limited);
  expect(limited.result.cause).toBe(
    'needs a second user with few rights (--limited USER:PASSWORD)',
  );
});

test('any other error is a fault of the suite, not of the target', async () => {
  const { result } = await tried(async () => {
    throw new TypeError('x is not a function');
  });
  expect(result).toMatchObject({ outcome: 'harness error', cause: 'x is not a function' });
});

test('a failure that the baseline lists is known', async () => {
  const { result } = await tried(async () => expect(1).toBe(2), {
    options: { baseline: ['cherrypy.a.b'] },
  });
  expect(result).toMatchObject({ outcome: 'known', failure: { expected: '2' } });
});

/** A body that fails the first time, and how often it was tried. */
function failsOnce(): { body: () => Promise<void>; attempts: () => number } {
  let attempts = 0;
  const body = async (): Promise<void> => expect(++attempts).not.toBe(1);
  return { body, attempts: () => attempts };
}

test.describe('a failure is judged when it happens again,', () => {
  test('on a server', async () => {
    const { body, attempts } = failsOnce();
    expect((await tried(body)).result.outcome).toBe('pass');
    expect(attempts()).toBe(2);
  });

  test('but not on the embedded simulator, which has no excuse', async () => {
    const { body, attempts } = failsOnce();
    const { result } = await tried(body, { options: { kind: 'embedded simulator' } });
    expect([result.outcome, attempts()]).toEqual(['fail', 1]);
  });

  test('with a session of its own, and both attempts recorded', async () => {
    let logins = 0;
    const answers: Answers = {
      'POST /login': (_, res) => {
        logins += 1;
        sendJson(res, 200, { return: [{ token: STUB_TOKEN, start: 0, expire: 43200 }] });
      },
    };
    const { result, steps } = await tried(
      async (target) => expect((await target.lowstate([])).status).toBe(500),
      { answers },
    );
    const paths = steps.map((step) => (step.kind === 'exchange' ? step.request.path : step.kind));
    expect(paths).toEqual(['/login', '/', '/login', '/']);
    expect(result.exchanges.map(({ request }) => request.path)).toEqual(['/login', '/']);
    // One more was for getting to know the target.
    expect(logins).toBe(3);
  });
});

test.describe('a target that cannot be got to know leaves everything unproven:', () => {
  test('it cannot be reached', async () => {
    const target = new Target(await urlOfNobody(), plainOptions());
    const { result } = await tryRequirement(declaration, target, async () => {});
    target.close();
    expect(result.outcome).toBe('not verified');
    expect(result.cause).toContain(
      'the target could not be explored: NotVerified: GET http://127.0.0.1:',
    );
  });

  test('it lets nobody in', async () => {
    const answers: Answers = { 'POST /login': (_, res) => sendJson(res, 401, {}) };
    const { result } = await tried(async () => {}, { answers });
    expect(result.outcome).toBe('not verified');
    expect(result.cause).toContain('log-in as saltdev gave none: 401 Unauthorized');
  });
});

test('a requirement that is left out asks the target for nothing', async () => {
  const target = new Target(await urlOfNobody(), plainOptions({ only: ['cherrypy.a.c'] }));
  const { result } = await tryRequirement(declaration, target, async () => {});
  target.close();
  expect(result).toMatchObject({
    outcome: 'not verified',
    cause: 'left out by --only',
    exchanges: [],
  });
});

test('no secret is in the result, in whatever part', async () => {
  const { result } = await tried(async (target) => {
    const reply = await target.login();
    expect(`${reply.body} for ${target.credentials.password}`).toBe('nothing');
  });
  const shown = JSON.stringify(result);
  expect(shown).not.toContain('Corr3ct horse');
  expect(shown).not.toContain(STUB_TOKEN);
  expect(shown).toContain('a1b2…');
});

test('a stream that a requirement leaves open is closed at its end', async () => {
  let isClosed: Promise<unknown> = Promise.reject(new Error('nobody listened'));
  isClosed.catch(() => undefined);
  const answers: Answers = {
    'GET /events': (req, res) => {
      isClosed = new Promise((resolve) => void req.once('close', resolve));
      res.writeHead(200).flushHeaders();
    },
  };
  const { steps } = await tried(async (target) => void (await target.listen([])), { answers });
  await isClosed;
  expect(steps).toMatchObject([{ kind: 'stream', endedBy: 'suite' }]);
});

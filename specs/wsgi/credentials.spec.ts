import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { DOCUMENTED, MANUAL, MEANT } from './documented.ts';
import { expectError } from './expect-error.ts';
import { JSON_IN } from './json-in.ts';

const PING = { client: 'local', tgt: 'saltproof-nobody', fun: 'test.ping' };
const NO_CREDENTIALS = 'No authentication credentials given';

requirement(
  'wsgi.credentials.none',
  {
    level: 'should',
    text: 'Low data without credentials answers 401.',
    source: { documented: MANUAL },
    ...DOCUMENTED,
  },
  async ({ target }) => {
    const reply = await target.post('/', JSON.stringify([PING]), [JSON_IN]);
    expectError(reply, '401 UNAUTHORIZED', NO_CREDENTIALS);
  },
);

requirement(
  'wsgi.credentials.each-chunk',
  {
    level: 'should',
    text: 'Every chunk needs credentials of its own: one without them answers 401, and what the others returned is lost.',
    source: { documented: MANUAL },
    needs: ['own login'],
    ...DOCUMENTED,
  },
  async ({ target }) => {
    const chunks = [{ ...target.credentials, ...PING }, PING];
    const reply = await target.post('/', JSON.stringify(chunks), [JSON_IN]);
    expectError(reply, '401 UNAUTHORIZED', NO_CREDENTIALS);
  },
);

requirement(
  'wsgi.credentials.not-in-headers',
  {
    level: 'may',
    text: 'A token in a header or a cookie is not looked at: there are no sessions.',
    source: MEANT,
    ...DOCUMENTED,
  },
  async ({ target }) => {
    const token = 'ab'.repeat(20);
    const headers = [JSON_IN, ['X-Auth-Token', token], ['Cookie', `session_id=${token}`]] as const;
    const reply = await target.post('/', JSON.stringify([PING]), headers);
    expectError(reply, '401 UNAUTHORIZED', NO_CREDENTIALS);
    expect(reply.header('Set-Cookie')).toBeUndefined();
  },
);

requirement(
  'wsgi.credentials.wrong-password',
  {
    level: 'may',
    text: 'A wrong password answers 500, not 401, where a minion is to run something.',
    source: MEANT,
    needs: ['own login'],
    ...DOCUMENTED,
  },
  async ({ target }) => {
    const chunk = { ...target.credentials, password: 'saltproof-wrong', ...PING };
    const reply = await target.post('/', JSON.stringify([chunk]), [JSON_IN]);
    expectError(reply, '500 INTERNAL SERVER ERROR', 'Authentication error occurred.');
  },
);

requirement(
  'wsgi.credentials.runner-wrong-password',
  {
    level: 'may',
    text: 'A wrong password answers 401 where a runner is called.',
    source: MEANT,
    needs: ['own login'],
    ...DOCUMENTED,
  },
  async ({ target }) => {
    const wrong = { ...target.credentials, password: 'saltproof-wrong' };
    const chunk = { ...wrong, client: 'runner', fun: 'test.arg' };
    const reply = await target.post('/', JSON.stringify([chunk]), [JSON_IN]);
    expect(`${reply.status} ${reply.reason}`).toBe('401 UNAUTHORIZED');
    expect(reply.body).toMatch(/^\{"return": "Authentication failure of type \\"eauth\\" occurred/);
  },
);

requirement(
  'wsgi.credentials.order-of-checks',
  {
    level: 'may',
    text: 'The client of a chunk is looked at before its credentials: one that there is not answers 500, also to nobody.',
    source: MEANT,
    ...DOCUMENTED,
  },
  async ({ target }) => {
    for (const [chunk, client] of [
      [{ client: 'nonesuch' }, 'nonesuch'],
      [{}, 'None'],
    ] as const)
      expectError(
        await target.post('/', JSON.stringify([chunk]), [JSON_IN]),
        '500 INTERNAL SERVER ERROR',
        `Invalid client specified: '${client}'`,
      );
  },
);

requirement(
  'wsgi.credentials.first-failure',
  {
    level: 'may',
    text: 'The first chunk that fails decides the reply; those after it are not looked at.',
    source: MEANT,
    needs: ['own login'],
    ...DOCUMENTED,
  },
  async ({ target }) => {
    const chunks = [{ ...target.credentials, ...PING }, { client: 'nonesuch' }, PING];
    expectError(
      await target.post('/', JSON.stringify(chunks), [JSON_IN]),
      '500 INTERNAL SERVER ERROR',
      "Invalid client specified: 'nonesuch'",
    );
  },
);

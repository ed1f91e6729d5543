import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, firstReturn, keysOf } from '../target/return-of.ts';
import { expectErrorPage } from './error-page.ts';

/*
 * What a widely read summary of the NetAPI says of URLs, clients and answers, and what Salt does: a
 * requirement each. What it says of time and tokens is in claims-life.spec.ts, what of
 * jobs in claims-jobs.spec.ts.
 */

const observed = { observed: EVERY_LINE };

requirement(
  'cherrypy.claims.wheel-url',
  {
    level: 'should',
    text: 'There is no /wheel: a POST there is answered with 404, and wheel functions are run at / by the client wheel.',
    source: observed,
    claim: { says: 'POST /wheel runs wheel functions.', verdict: 'wrong' },
    needs: ['wheel'],
  },
  async ({ target }) => {
    const reply = await target.post('/wheel', [{ fun: 'key.list_all' }], [await target.auth()]);
    expectErrorPage(reply, 404, "The path '/wheel' was not found.");
    const ran = await target.lowstate({ client: 'wheel', fun: 'key.list_all' });
    expect(field(firstReturn(ran), 'data', 'success')).toBe(true);
  },
);

requirement(
  'cherrypy.claims.default-client',
  {
    level: 'should',
    text: 'No client is the default: a command that names none is answered with 400.',
    source: observed,
    claim: { says: 'The default client is local.', verdict: 'wrong' },
  },
  async ({ target }) => {
    const reply = await target.lowstate({ tgt: '*', fun: 'test.ping' });
    expect(reply.status).toBe(400);
    expect(reply.body).toContain("<p>Invalid client specified: 'None'</p>");
  },
);

requirement(
  'cherrypy.claims.local-waits',
  {
    level: 'should',
    text: 'The client local waits for every minion, and tells of one that stays silent in the same answer.',
    source: observed,
    claim: {
      says: 'local is asynchronous, and synchronous only if a minion responds within the timeout.',
      verdict: 'wrong',
    },
    needs: ['minion', 'down minion'],
  },
  async ({ target }) => {
    const [down = ''] = target.fleet.down;
    const tgt = [target.minion, down];
    const reply = await target.lowstate({
      client: 'local',
      tgt,
      tgt_type: 'list',
      fun: 'test.ping',
    });
    const returned = firstReturn(reply);
    expect(keysOf(returned).toSorted()).toEqual(tgt.toSorted());
    expect(field(returned, target.minion)).toBe(true);
    expect(field(returned, down)).not.toBe(true);
  },
);

requirement(
  'cherrypy.claims.hook-runs-nothing',
  {
    level: 'should',
    text: 'Low data that is posted to /hook runs nothing, and is but the data of an event.',
    source: observed,
    claim: { says: 'Runners are run by /run or by /hook.', verdict: 'half right' },
    needs: ['runner'],
  },
  async ({ target }) => {
    const auth = await target.auth();
    const stream = await target.listen([auth]);
    const [path, word] = [target.unique('hook'), target.unique('word')];
    const chunk = { client: 'runner', fun: 'test.arg', arg: [word] };
    const reply = await target.post(`/hook/${path}`, [chunk], [auth]);
    expect(reply.body).toBe('{"success": true}');
    // Runs after it, and its events come after whatever the hook might have run.
    const marker = target.unique('marker');
    await target.authed.runner('test.arg', { arg: [marker] });
    await stream.event(({ tag, text }) => tag.endsWith('/ret') && text.includes(marker));
    const told = stream.events().filter(({ text }) => text.includes(word));
    expect(told.map(({ tag }) => tag)).toEqual([`salt/netapi/hook/${path}`]);
    expect(field(told[0]?.data, 'data', 'post')).toEqual([chunk]);
  },
);

requirement(
  'cherrypy.claims.run-with-session',
  {
    level: 'should',
    text: 'POST /run looks at no X-Auth-Token: with a session alone it answers 401, with credentials and a bad token 200.',
    source: observed,
    claim: { says: 'POST /run takes the token in X-Auth-Token.', verdict: 'wrong' },
    needs: ['own login', 'minion'],
  },
  async ({ target }) => {
    const chunk = { client: 'local', tgt: target.minion, fun: 'test.ping' };
    expect((await target.post('/run', [chunk], [await target.auth()])).status).toBe(401);
    const full = [{ ...chunk, ...target.credentials }];
    expect((await target.post('/run', full, [['X-Auth-Token', 'bad']])).status).toBe(200);
  },
);

requirement(
  'cherrypy.claims.keys',
  {
    level: 'should',
    text: 'GET /keys answers five lists: local, minions, minions_denied, minions_pre and minions_rejected.',
    source: observed,
    claim: {
      says: 'GET /keys returns three lists: minions, minions_pre and minions_rejected.',
      verdict: 'wrong',
    },
    needs: ['wheel'],
  },
  async ({ target }) => {
    const reply = await target.get('/keys', [await target.auth()]);
    const lists = target.shape(reply, 'keys').return;
    expect(Object.keys(lists).toSorted()).toEqual(
      ['local', 'minions', 'minions_denied', 'minions_pre', 'minions_rejected'].toSorted(),
    );
  },
);

requirement(
  'cherrypy.claims.wheel-answer',
  {
    level: 'should',
    text: 'What a wheel function returns stands in data, beside fun, jid, success, tag and user, and the tag once more beside data.',
    source: observed,
    claim: {
      says: 'The answer of a wheel function is {"data": {"return": …}} and no more.',
      verdict: 'wrong',
    },
    needs: ['wheel'],
  },
  async ({ target }) => {
    const answer = firstReturn(await target.lowstate({ client: 'wheel', fun: 'key.list_all' }));
    expect(keysOf(answer).toSorted()).toEqual(['data', 'tag']);
    const data = field(answer, 'data');
    expect(keysOf(data)).toEqual(
      expect.arrayContaining(['fun', 'jid', 'return', 'success', 'tag', 'user']),
    );
    expect(field(data, 'tag')).toBe(field(answer, 'tag'));
  },
);

requirement(
  'cherrypy.claims.no-rate-limit',
  {
    level: 'should',
    text: 'The requests of a client are not counted: fifty in a row are answered, and no header tells of a limit.',
    source: observed,
    claim: { says: 'There are no rate limits.', verdict: 'right' },
  },
  async ({ target }) => {
    for (let count = 0; count < 50; count += 1) {
      const reply = await target.get('/');
      expect(reply.status).toBe(200);
      const names = reply.headers.map(([name]) => name.toLowerCase());
      expect(names.filter((name) => /rate-?limit|retry-after/.test(name))).toEqual([]);
      expect(names).toContain('content-length');
    }
  },
);

requirement(
  'cherrypy.claims.scheme',
  {
    level: 'may',
    text: 'Whether there is TLS the configuration says: at the address where it listens the API answers, and sends nobody to another scheme.',
    source: observed,
    claim: {
      says: 'The base URL is https by default.',
      verdict: 'half right',
    },
  },
  async ({ target }) => {
    const reply = await target.get('/');
    expect(reply.status).toBe(200);
    expect(reply.headerValues('Location')).toEqual([]);
    expect(reply.headerValues('Strict-Transport-Security')).toEqual([]);
  },
);

import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { localEvents } from '../target/call-events.ts';
import { field } from '../target/return-of.ts';
import { publish } from '../netapi/published-job.ts';
import { expectRefused, sessionOf, tokenHeader, use } from './session.ts';

/* What the summary of claims.spec.ts says of tokens, their lives and those of jobs and streams. */

const observed = { observed: EVERY_LINE };

requirement(
  'cherrypy.claims.login-times',
  {
    level: 'should',
    text: 'start and expire of a log-in have a fraction: they are floats.',
    source: observed,
    claim: { says: 'start and expire are integers.', verdict: 'wrong' },
    needs: ['own login'],
  },
  async ({ target }) => {
    const { body } = await target.login();
    expect(body).toMatch(/"expire": \d+\.\d+, "start": \d+\.\d+, /);
  },
);

requirement(
  'cherrypy.claims.perms',
  {
    level: 'should',
    text: 'perms of a log-in is a list of texts and dicts, or an empty dict where the configuration has nothing for the user.',
    source: observed,
    claim: { says: 'perms is an array of strings.', verdict: 'half right' },
    needs: ['own login', 'limited user'],
  },
  async ({ target }) => {
    const { perms } = target.shape(await target.login(), 'login').return[0];
    expect(Array.isArray(perms) || Object.keys(perms).length === 0).toBe(true);
    const limited = target.shape(await target.login(target.limited.login.credentials), 'login');
    const kinds = Object.values(limited.return[0].perms).map((rule) => typeof rule);
    expect(kinds).toContain('object');
  },
);

requirement(
  'cherrypy.claims.token-life',
  {
    level: 'should',
    text: 'A Salt token lives for token_expire seconds, which are twelve hours unless the configuration says otherwise.',
    source: observed,
    claim: { says: 'Tokens live twelve hours.', verdict: 'half right' },
    needs: ['own login', 'wheel'],
  },
  async ({ target }) => {
    const configured = field(await target.authed.wheel('config.values'), 'token_expire');
    const [{ start, expire }] = target.shape(await target.login(), 'login').return;
    expect(Math.round(expire - start)).toBe(configured);
  },
);

requirement(
  'cherrypy.claims.own-token-life',
  {
    level: 'should',
    text: 'Where token_expire_user_override allows it, the token_expire of a log-in is the life of its token.',
    source: observed,
    claim: { says: 'Lifetimes of tokens cannot differ between users.', verdict: 'wrong' },
    needs: ['own login', 'token expire override'],
  },
  async ({ target }) => {
    const asked = { ...target.credentials, token_expire: 123 };
    const [{ start, expire }] = target.shape(await target.login(asked), 'login').return;
    expect(Math.round(expire - start)).toBe(123);
  },
);

requirement(
  'cherrypy.claims.revoked',
  {
    level: 'should',
    text: 'POST /logout revokes the Salt token with the session: even the new id that it sets opens nothing that asks the master.',
    source: observed,
    claim: { says: 'Tokens cannot be revoked over the API.', verdict: 'wrong' },
    needs: ['own login'],
  },
  async ({ target }) => {
    const token = await target.freshSession();
    const left = await target.post('/logout', {}, [tokenHeader(token)]);
    expect(left.status).toBe(200);
    expectRefused(await use(target, tokenHeader(token)));
    const chunk = { client: 'local', tgt: '*', fun: 'test.ping' };
    const after = await target.post('/', [chunk], [tokenHeader(sessionOf(left))]);
    expect(after.status).toBe(401);
  },
);

requirement(
  'cherrypy.claims.job-life',
  {
    level: 'should',
    text: 'A job is kept for keep_jobs_seconds, which are 24 hours unless the configuration says otherwise.',
    source: observed,
    claim: { says: 'Jobs are kept for 24 hours.', verdict: 'half right' },
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const { jid } = await publish(target);
    const { keep_jobs_seconds: keep, loop_interval: interval } = target.times;
    const info = async (): Promise<unknown> =>
      field((await target.get(`/jobs/${jid}`, [await target.auth()])).json(), 'info', 0);
    await target.passes(Math.floor(keep / 2) - 1);
    expect(await info()).toMatchObject({ jid, Function: 'test.echo' });
    await target.passes(Math.ceil(keep / 2) + 3 * interval);
    expect(await info()).toMatchObject({ jid, Result: {} });
    expect(await info()).not.toHaveProperty('Function');
  },
);

requirement(
  'cherrypy.claims.events-accept',
  {
    level: 'should',
    text: 'GET /events needs no Accept: to JSON, to nothing and to HTML it answers the stream.',
    source: observed,
    claim: { says: 'GET /events needs Accept: text/event-stream.', verdict: 'wrong' },
  },
  async ({ target }) => {
    const auth = await target.auth();
    for (const accept of ['application/json', 'text/html', undefined]) {
      const headers = accept === undefined ? [auth] : ([auth, ['Accept', accept]] as const);
      const { head } = await target.listen(headers);
      expect(head.status).toBe(200);
      expect(head.header('Content-Type')).toMatch(/^text\/event-stream/);
    }
  },
);

/** Seconds that a session lives where one is to end soon, and those after which it surely has. */
const SHORT = 3;
const OVER = 5;

requirement(
  'cherrypy.claims.stream-end',
  {
    level: 'should',
    text: 'A stream whose token expires stays open as long as nothing happens, and ends after the next event.',
    source: observed,
    claim: { says: 'The stream closes when the token expires.', verdict: 'half right' },
    needs: ['own login', 'token expire override', 'minion'],
  },
  async ({ target }) => {
    const reply = await target.login({ ...target.credentials, token_expire: SHORT });
    const [{ token, expire }] = target.shape(reply, 'login').return;
    const stream = await target.listen([tokenHeader(token)]);
    await stream.until(({ text }) => text !== '');
    await target.passes(OVER);
    await localEvents(target);
    expect(await stream.until(({ hasEnded }) => hasEnded)).toBe(true);
    // Others may be busy on the same master: what ended it is the one event after the token's end.
    const times = stream.events().map(({ data }) => secondsOf(data.data['_stamp']));
    expect(times.filter((time) => time > expire)).toHaveLength(1);
    expect(times.at(-1)).toBeGreaterThan(expire);
  },
);

/** Seconds since 1970 of a stamp, which is UTC whether it says so or not. */
function secondsOf(stamp: unknown): number {
  return Date.parse(`${String(stamp).replace('+00:00', '')}Z`) / 1000;
}

import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { SERVER_ERROR } from './error-page.ts';
import { runOnMinion } from './run-on-minion.ts';

const source = { documented: 'rest_cherrypy, LowDataAdapter.POST', observed: EVERY_LINE };

requirement(
  'cherrypy.local.anonymous',
  { level: 'must', text: 'POST / without a session answers 401.', source },
  async ({ target }) => {
    expect((await target.post('/', [{ client: 'local', tgt: '*', fun: 'test.ping' }])).status).toBe(
      401,
    );
  },
);

requirement(
  'cherrypy.local.ping',
  {
    level: 'must',
    text: 'local test.ping on one minion returns true under its id.',
    source,
    needs: ['minion'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'local', tgt: target.minion, fun: 'test.ping' });
    expect(reply.body).toBe(`{"return": [{"${target.minion}": true}]}`);
  },
);

requirement(
  'cherrypy.local.no-match',
  { level: 'must', text: 'local on a target that nobody matches returns an empty dict.', source },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'local',
      tgt: target.unique('nobody'),
      fun: 'test.ping',
    });
    expect(reply.body).toBe('{"return": [{}]}');
  },
);

requirement(
  'cherrypy.local.invalid-client',
  {
    level: 'must',
    text: 'A client that does not exist is answered with 400 and its name.',
    source,
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'foo', tgt: '*', fun: 'test.ping' });
    expect(reply.status).toBe(400);
    expect(reply.body).toContain("<p>Invalid client specified: 'foo'</p>");
  },
);

requirement(
  'cherrypy.local.missing-keys',
  {
    level: 'should',
    text: 'local without tgt or fun is answered with a 500 in JSON.',
    source: { observed: EVERY_LINE },
    needs: ['minion'],
  },
  async ({ target }) => {
    for (const chunk of [{ fun: 'test.ping' }, { tgt: target.minion }]) {
      const reply = await target.lowstate({ client: 'local', ...chunk });
      expect(reply.status).toBe(500);
      expect(reply.header('Content-Type')).toBe('application/json');
      expect(reply.body).toBe(SERVER_ERROR);
    }
  },
);

requirement(
  'cherrypy.local.function-not-text',
  {
    level: 'may',
    text: 'A function that is null, a number or true is answered with a 500 in JSON.',
    source: { observed: EVERY_LINE },
    needs: ['minion'],
  },
  async ({ target }) => {
    for (const fun of [null, 5, true])
      expect((await target.lowstate({ client: 'local', tgt: target.minion, fun })).body).toBe(
        SERVER_ERROR,
      );
  },
);

requirement(
  'cherrypy.local.full-return',
  {
    level: 'must',
    text: 'With full_return a return is an object of ret, retcode and jid, in that order.',
    source,
    needs: ['minion'],
  },
  async ({ target }) => {
    const chunk = { client: 'local', tgt: target.minion, fun: 'test.ping', full_return: true };
    const reply = await target.lowstate(chunk);
    target.shape(reply, 'local-full-return');
    expect(reply.body.replace(/\d{20}/, '0')).toBe(
      `{"return": [{"${target.minion}": {"ret": true, "retcode": 0, "jid": "0"}}]}`,
    );
  },
);

requirement(
  'cherrypy.local.full-return-truthy',
  {
    level: 'should',
    text: 'Any full_return that Python takes for true is one, the text false too.',
    source: { observed: EVERY_LINE },
    needs: ['minion'],
  },
  async ({ target }) => {
    for (const full_return of [1, 'false', [0]])
      expect(await runOnMinion(target, 'test.ping', [], { full_return })).toHaveProperty('jid');
    for (const full_return of [0, '', null, []])
      expect(await runOnMinion(target, 'test.ping', [], { full_return })).toBe(true);
  },
);

requirement(
  'cherrypy.local.timeouts',
  {
    level: 'should',
    text: 'A timeout is a number or the text of one; any other value means that of the master.',
    source: { observed: EVERY_LINE },
    needs: ['minion'],
  },
  async ({ target }) => {
    for (const timeout of ['20', ' 20 ', 'abc', null, [1], 1.5])
      expect(await runOnMinion(target, 'test.ping', [], { timeout })).toBe(true);
    const chunk = { client: 'local', tgt: target.minion, fun: 'test.ping' };
    expect((await target.lowstate({ ...chunk, timeout: 0 })).body).toBe(SERVER_ERROR);
    expect((await target.lowstate({ ...chunk, gather_job_timeout: 'abc' })).body).toBe(
      SERVER_ERROR,
    );
  },
);

requirement(
  'cherrypy.local.own-jid',
  {
    level: 'should',
    text: 'A jid in a chunk is that of the job; one that is no text is answered with a 500.',
    source: { observed: EVERY_LINE },
    needs: ['minion'],
  },
  async ({ target }) => {
    const jid = target.unique('jid').replaceAll(/\W/g, '');
    const entry = await runOnMinion(target, 'test.ping', [], { jid, full_return: true });
    expect(entry).toEqual({ ret: true, retcode: 0, jid });
    const chunk = { client: 'local', tgt: target.minion, fun: 'test.ping' };
    expect((await target.lowstate({ ...chunk, jid: 5 })).body).toBe(SERVER_ERROR);
  },
);

requirement(
  'cherrypy.local.several-functions',
  {
    level: 'must',
    text: 'A list of functions with a list of argument lists returns a dict by function; with full_return retcode is one as well.',
    source,
    needs: ['minion'],
  },
  async ({ target }) => {
    const fun = ['test.ping', 'test.echo', 'test.retcode'];
    const arg = [[], ['x'], ['code=3']];
    const ret = { 'test.ping': true, 'test.echo': 'x', 'test.retcode': true };
    expect(await runOnMinion(target, fun, arg)).toEqual(ret);
    expect(await runOnMinion(target, fun, arg, { full_return: true })).toEqual({
      ret,
      retcode: { 'test.ping': 0, 'test.echo': 0, 'test.retcode': 3 },
      jid: expect.stringMatching(/^\d{20}$/) as unknown,
    });
  },
);

requirement(
  'cherrypy.local.several-functions-one-fails',
  {
    level: 'should',
    text: 'Of several functions one that fails returns its traceback, and has no retcode; the others are not harmed.',
    source: { observed: EVERY_LINE },
    needs: ['minion'],
  },
  async ({ target }) => {
    const fun = ['test.exception', 'test.ping'];
    const entry = await runOnMinion(target, fun, [['boom'], []], { full_return: true });
    expect(field(entry, 'ret', 'test.exception')).toMatch(
      /^Traceback \(most recent call last\):\n[^]*Exception: boom\n$/,
    );
    expect(field(entry, 'ret', 'test.ping')).toBe(true);
    expect(field(entry, 'retcode')).toEqual({ 'test.ping': 0 });
  },
);

const SILENT = {
  level: 'should',
  needs: ['down minion'],
} as const;

/** Waits that keep the trial of a minion that is down short. */
const SHORT = { timeout: 2, gather_job_timeout: 1 } as const;

requirement(
  'cherrypy.local.silent-minion',
  {
    ...SILENT,
    text: 'A minion that does not answer in time is false, with full_return too.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
  },
  async ({ target }) => {
    const [down = ''] = target.fleet.down;
    const chunk = { client: 'local', tgt: down, fun: 'test.ping', ...SHORT };
    for (const full_return of [false, true])
      expect((await target.lowstate({ ...chunk, full_return })).body).toBe(
        `{"return": [{"${down}": false}]}`,
      );
  },
);

requirement(
  'cherrypy.local.silent-minion-text',
  {
    ...SILENT,
    text: 'A minion that does not answer in time is a text that says so, with full_return under ret with retcode 1.',
    source: { observed: ['3008.3'] },
    since: '3008',
  },
  async ({ target }) => {
    const [down = ''] = target.fleet.down;
    const chunk = { client: 'local', tgt: down, fun: 'test.ping', ...SHORT };
    const text = expect.stringMatching(/^Minion did not return\. \[No/) as unknown;
    expect((await target.lowstate(chunk)).json()).toEqual({ return: [{ [down]: text }] });
    expect((await target.lowstate({ ...chunk, full_return: true })).json()).toEqual({
      return: [{ [down]: { out: 'no_return', ret: text, retcode: 1 } }],
    });
  },
);

import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Reply } from '../target/reply.ts';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import type { Chunk } from '../target/user.ts';
import { expectErrorPage, SERVER_ERROR } from './error-page.ts';
import { needPasswords } from './need-passwords.ts';

const observed = { observed: EVERY_LINE };
const needs = ['own login'] as const;
const PING = { client: 'ssh', fun: 'test.ping' };

/** Runs a chunk by ssh with the credentials of a user, since a session does not serve on every line. */
function ssh(target: Target, chunk: Chunk, user = target.authed): Promise<Reply> {
  return target.post('/run', [{ client: 'ssh', ...chunk, ...user.login.credentials }]);
}

requirement(
  'cherrypy.ssh.nobody',
  {
    level: 'should',
    text: 'ssh answers an empty dict where the target names no host of the roster.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const reply = await ssh(target, { fun: 'test.ping', tgt: `${target.unique('nobody')}*` });
    expect(reply.body).toBe('{"return": [{}]}');
    expect(reply.status).toBe(200);
  },
);

requirement(
  'cherrypy.ssh.job',
  {
    level: 'may',
    text: 'A run of ssh is in the job cache as a job without minions, though no event tells of it.',
    source: observed,
    needs: ['own login', 'runner'],
  },
  async ({ target }) => {
    const tgt = `${target.unique('nobody')}*`;
    const jid = '20240501123456789012';
    const stream = await target.listen([await target.auth()]);
    await ssh(target, { ...PING, tgt, jid, arg: ['a'], kwarg: { b: 1 } });
    const reply = await target.lowstate({ client: 'runner', fun: 'jobs.print_job', arg: [jid] });
    expect(field(target.shape(reply, 'return-list').return, 0, jid)).toMatchObject({
      Function: 'test.ping',
      Arguments: ['a', { __kwarg__: true, b: 1 }],
      Target: tgt,
      'Target-type': 'glob',
      StartTime: '2024, May 01 12:34:56.789012',
      Result: {},
    });
    const first = await stream.event((event) => event.tag.startsWith('salt/'));
    expect(first?.tag).toMatch(/^salt\/(?:run|auth)\//);
  },
);

const MISSING = { tgt: { fun: 'test.ping' }, fun: { tgt: 'nobody' } } as const;

for (const [name, rest] of Object.entries(MISSING))
  requirement(
    `cherrypy.ssh.no-${name}`,
    {
      level: 'should',
      text: `ssh without ${name} is answered with a 500.`,
      source: observed,
      needs,
    },
    async ({ target }) => {
      const reply = await ssh(target, rest);
      expect(reply.status).toBe(500);
      expect(reply.body).toBe(SERVER_ERROR);
    },
  );

requirement(
  'cherrypy.ssh.tgt-list',
  {
    level: 'may',
    text: 'ssh takes no list for a target, whatever tgt_type says: it answers a 500.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const tgt = [target.unique('nobody')];
    for (const more of [{}, { tgt_type: 'list' }])
      expect((await ssh(target, { ...PING, tgt, ...more })).body).toBe(SERVER_ERROR);
  },
);

requirement(
  'cherrypy.ssh.refused',
  {
    level: 'must',
    text: 'ssh asks for the rights of local: a user without them is refused with 401.',
    source: { documented: 'CVE-2020-25592, Salt 3002.1', observed: EVERY_LINE },
    needs: ['own login', 'limited user'],
  },
  async ({ target }) => {
    const tgt = `${target.unique('nobody')}*`;
    const reply = await ssh(target, { tgt, fun: 'grains.items' }, target.limited);
    expectErrorPage(reply, 401, 'Authorization error occurred.');
  },
);

requirement(
  'cherrypy.ssh.wrong-password',
  {
    level: 'should',
    text: 'ssh with a wrong password at /run is answered with 401 and the error as Python prints a dict of its name and message.',
    source: observed,
    needs: ['own login'],
  },
  async ({ target }) => {
    needPasswords(target);
    const wrong = { ...target.credentials, password: 'certainly wrong' };
    const reply = await target.post('/run', [{ ...PING, tgt: target.unique('nobody'), ...wrong }]);
    const { username } = target.credentials;
    const message = `Authentication failure of type "eauth" occurred for user ${username}.`;
    const error = `{'name': 'EauthAuthenticationError', 'message': '${message}'}`;
    expectErrorPage(reply, 401, error);
  },
);

requirement(
  'cherrypy.ssh.session',
  {
    level: 'may',
    text: 'ssh runs for a session as for credentials.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
  },
  async ({ target }) => {
    const reply = await target.lowstate({ ...PING, tgt: `${target.unique('nobody')}*` });
    expect(reply.body).toBe('{"return": [{}]}');
  },
);

requirement(
  'cherrypy.ssh.session-since-3008',
  {
    level: 'may',
    text: 'ssh finds no token of a session, and refuses it with 401 and the error as Python prints a dict of its name and message.',
    source: { observed: ['3008.3'] },
    since: '3008',
  },
  async ({ target }) => {
    const reply = await target.lowstate({ ...PING, tgt: target.unique('nobody') });
    const message = 'Authentication failure of type "token" occurred.';
    expectErrorPage(reply, 401, `{'name': 'TokenAuthenticationError', 'message': '${message}'}`);
  },
);

requirement(
  'cherrypy.lowstate.raw-shell',
  {
    level: 'should',
    text: 'A chunk that asks for a raw shell is refused with 401, whatever its client, unless netapi_allow_raw_shell is set.',
    source: observed,
  },
  async ({ target }) => {
    for (const client of ['local', 'runner', 'ssh']) {
      const chunk = { client, tgt: target.unique('nobody'), fun: 'test.arg', raw_shell: true };
      expectErrorPage(await target.lowstate(chunk), 401, 'Raw shell option not allowed.');
    }
  },
);

import { expect } from '@playwright/test';
import type { Shapes } from '../schema.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import type { User } from '../target/user.ts';
import { expectErrorPage } from './error-page.ts';

const documented = { documented: 'Salt, External Authentication System', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };

type Perms = Shapes['login']['return'][0]['perms'];

async function permsOf(target: Target, user: User): Promise<Perms> {
  const reply = await target.login(user.login.credentials);
  return target.shape(reply, 'login').return[0].perms;
}

/** The texts of perms, in their order. */
function textsOf(perms: Perms): string[] {
  const list: readonly unknown[] = Array.isArray(perms) ? perms : [];
  return list.filter((perm) => typeof perm === 'string');
}

function rulesUnder(backend: unknown, user: string): unknown[] {
  const rules = field(backend, user);
  return Array.isArray(rules) ? (rules as unknown[]) : [];
}

requirement(
  'cherrypy.eauth.perms-order',
  {
    level: 'should',
    text: 'perms names texts first, in the order of their code points and none twice, then objects.',
    source: observed,
    needs: ['own login', 'limited user'],
  },
  async ({ target }) => {
    for (const user of [target.authed, target.limited]) {
      const perms = await permsOf(target, user);
      const texts = textsOf(perms);
      expect(texts).toEqual([...new Set(texts)].toSorted());
      expect(Array.isArray(perms) ? perms.slice(0, texts.length) : []).toEqual(texts);
    }
  },
);

requirement(
  'cherrypy.eauth.perms-merged',
  {
    level: 'should',
    text: 'perms holds every rule that external_auth has under the name of the user, and every rule under *.',
    source: observed,
    needs: ['own login', 'limited user', 'wheel'],
  },
  async ({ target }) => {
    const config = await target.authed.wheel('config.values');
    for (const user of [target.authed, target.limited]) {
      const { username, eauth } = user.login.credentials;
      const backend = field(config, 'external_auth', eauth);
      const perms = await permsOf(target, user);
      const rules = [...rulesUnder(backend, username), ...rulesUnder(backend, '*')];
      expect(perms).toEqual(expect.arrayContaining(rules));
    }
  },
);

requirement(
  'cherrypy.eauth.local-refused',
  {
    level: 'must',
    text: 'A function that no rule of the user names is refused with 401 Authorization error occurred, and not with 403.',
    source: documented,
    needs: ['limited user', 'minion'],
  },
  async ({ target }) => {
    for (const client of ['local', 'local_async']) {
      const chunk = { client, tgt: target.minion, fun: 'nosuch.saltproof' };
      const reply = await target.limited.lowstate(chunk);
      expectErrorPage(reply, 401, 'Authorization error occurred.');
    }
  },
);

requirement(
  'cherrypy.eauth.runner-refused',
  {
    level: 'must',
    text: 'A runner that no rule of the user names is refused with 401 and the name of the user.',
    source: documented,
    needs: ['limited user'],
  },
  async ({ target }) => {
    const { username } = target.limited.login.credentials;
    const reply = await target.limited.lowstate({ client: 'runner', fun: 'test.arg' });
    const message = `Authentication failure of type "token" occurred for user ${username}.`;
    expectErrorPage(reply, 401, message);
  },
);

requirement(
  'cherrypy.eauth.wheel-refused',
  {
    level: 'must',
    text: 'A wheel function that no rule of the user names is refused with 401 and the name of the user.',
    source: documented,
    needs: ['limited user'],
  },
  async ({ target }) => {
    const { username } = target.limited.login.credentials;
    const reply = await target.limited.lowstate({ client: 'wheel', fun: 'key.list_all' });
    const message = `Authentication failure of type "token" occurred for user ${username}.`;
    expectErrorPage(reply, 401, message);
  },
);

requirement(
  'cherrypy.eauth.find-job',
  {
    level: 'should',
    text: 'saltutil.find_job is allowed to everybody who is logged in, on every minion.',
    source: observed,
    needs: ['limited user', 'minion'],
  },
  async ({ target }) => {
    const arg = ['20200101000000000000'];
    const chunk = { client: 'local', tgt: target.minion, fun: 'saltutil.find_job', arg };
    const reply = await target.limited.lowstate(chunk);
    expect(reply.body).toBe(`{"return": [{"${target.minion}": {}}]}`);
  },
);

requirement(
  'cherrypy.eauth.session-user',
  {
    level: 'must',
    text: 'Credentials in a chunk do not replace those of the session: a user of few rights keeps them.',
    source: { documented: 'rest_cherrypy, LowDataAdapter.exec_lowstate', observed: EVERY_LINE },
    needs: ['own login', 'limited user'],
  },
  async ({ target }) => {
    const chunk = { client: 'runner', fun: 'test.arg', ...target.credentials };
    expect((await target.limited.lowstate(chunk)).status).toBe(401);
  },
);

requirement(
  'cherrypy.eauth.auto-any-password',
  {
    level: 'should',
    text: 'The eauth back end auto takes any user with any password, but not without one.',
    source: observed,
    needs: ['auto eauth'],
  },
  async ({ target }) => {
    const credentials = { username: target.unique('anybody'), eauth: 'auto' };
    const reply = await target.login({ ...credentials, password: '' });
    expect(target.shape(reply, 'login').return[0].user).toBe(credentials.username);
    const without = await target.post('/login', credentials);
    expectErrorPage(without, 401, 'Could not authenticate using provided credentials');
  },
);

import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { SERVER_ERROR } from './error-page.ts';
import { field } from '../target/return-of.ts';

const observed = { observed: EVERY_LINE };
const text = expect.any(String) as unknown;

requirement(
  'cherrypy.survey-runner.pools',
  {
    level: 'should',
    text: 'runner survey.hash and survey.diff answer pools of minions that return the same, with the result as Python prints it.',
    source: { documented: 'Salt, runner survey', observed: EVERY_LINE },
    needs: ['runner', 'two minions'],
  },
  async ({ target }) => {
    const [first = '', second = ''] = target.fleet.up;
    const arg = [`L@${first},${second}`, 'test.true'];
    for (const fun of ['survey.hash', 'survey.diff'])
      expect(await target.authed.runner(fun, { arg })).toEqual([
        { pool: [first, second].toSorted(), result: 'True' },
      ]);
  },
);

requirement(
  'cherrypy.survey-runner.several-pools',
  {
    level: 'should',
    text: 'runner survey.hash puts minions that return something else into pools of their own, and keeps survey_sort from their function.',
    source: observed,
    needs: ['runner', 'two minions'],
  },
  async ({ target }) => {
    const [first = '', second = ''] = [...target.fleet.up].toSorted();
    const arg = [`L@${first},${second}`, 'grains.get', 'id'];
    const kwarg = { survey_sort: 'up' };
    expect(await target.authed.runner('survey.hash', { arg, kwarg })).toEqual([
      { pool: [first], result: first },
      { pool: [second], result: second },
    ]);
  },
);

requirement(
  'cherrypy.survey-runner.nobody',
  {
    level: 'should',
    text: 'runner survey.hash on nobody answers an empty list; without arguments it fails.',
    source: observed,
    needs: ['runner'],
  },
  async ({ target }) => {
    const arg = [target.unique('nobody'), 'test.ping'];
    expect(await target.authed.runner('survey.hash', { arg })).toEqual([]);
    expect(await target.authed.runner('survey.hash')).toMatch(
      /^Exception occurred in runner survey\.hash: Traceback [^]*\nIndexError: tuple index out of range\n$/,
    );
  },
);

requirement(
  'cherrypy.doc-runner.runners',
  {
    level: 'must',
    text: 'runner doc.runner answers the documentation of every runner function, doc.wheel that of every wheel function, by full name.',
    source: {
      documented: 'Salt, runner doc',
      observed: EVERY_LINE,
      client: ['SaltGUI'],
    },
    needs: ['runner'],
  },
  async ({ target: { authed } }) => {
    expect(await authed.runner('doc.runner')).toMatchObject({
      'doc.runner': text,
      'jobs.active': text,
      'manage.status': text,
    });
    expect(await authed.runner('doc.wheel')).toMatchObject({
      'config.values': text,
      'key.list_all': text,
    });
  },
);

requirement(
  'cherrypy.config-runner.get',
  {
    level: 'should',
    text: 'runner config.get answers an option of the master, or what lies below one, else the default or an empty text.',
    source: { documented: 'Salt, runner config', observed: EVERY_LINE },
    needs: ['runner', 'wheel'],
  },
  async ({ target }) => {
    const { authed } = target;
    const id = field(await authed.wheel('config.values'), 'id');
    expect(await authed.runner('config.get', { arg: ['id'] })).toBe(id);
    const missing = target.unique('option');
    expect(await authed.runner('config.get', { arg: [missing] })).toBe('');
    expect(await authed.runner('config.get', { arg: [missing, 'x'] })).toBe('x');
    expect(await authed.runner('test.get_opts')).toMatchObject({ id });
  },
);

requirement(
  'cherrypy.error-runner.error',
  {
    level: 'should',
    text: 'runner error.error answers an empty object, or raises the named exception; a name that is none is a SaltException.',
    source: { documented: 'Salt, runner error', observed: EVERY_LINE },
    needs: ['runner'],
  },
  async ({ target: { authed } }) => {
    expect(await authed.runner('error.error')).toEqual({});
    for (const [name, raised] of [
      ['Exception', 'Exception: Boo'],
      ['ValueError', 'ValueError: Boo'],
      ['nonesuch', 'salt.exceptions.SaltException: Boo'],
    ] as const) {
      const failure = await authed.runner('error.error', { arg: [name, 'Boo'] });
      expect(failure).toMatch(/^Exception occurred in runner error\.error: Traceback /);
      expect(String(failure).split('\n').at(-2)).toBe(raised);
    }
    const typeError = await authed.runner('error.error', { arg: ['TypeError', 'Boo'] });
    expect(typeError).toMatch(/^\nPassed invalid arguments: Boo\n\nUsage:\n/);
  },
);

requirement(
  'cherrypy.pillar-runner.show-pillar',
  {
    level: 'should',
    text: 'runner pillar.show_pillar answers the pillar of a minion as it is, on no line masked.',
    source: { documented: 'Salt, runner pillar', observed: EVERY_LINE },
    needs: ['runner', 'minion'],
  },
  async ({ target }) => {
    const { minion: id, authed } = target;
    const kept = field(await authed.runner('cache.pillar', { tgt: id }), id);
    expect(await authed.runner('pillar.show_pillar', { arg: [id] })).toEqual(kept);
  },
);

requirement(
  'cherrypy.saltutil-runner.no-wrapper',
  {
    level: 'may',
    text: 'Up to 3006 there is no runner saltutil.sync_wrapper.',
    source: { observed: ['3006.28'] },
    until: '3006',
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'runner', fun: 'saltutil.sync_wrapper' });
    expect(reply.status).toBe(500);
    expect(reply.body).toBe(SERVER_ERROR);
  },
);

requirement(
  'cherrypy.saltutil-runner.wrapper',
  {
    level: 'should',
    text: 'From 3007 on runner saltutil.sync_wrapper answers a list of names, and sync_all has one under wrapper.',
    source: { documented: 'Salt, runner saltutil', observed: ['3007.15', '3008.3'] },
    since: '3007',
    needs: ['runner', 'writes'],
  },
  async ({ target: { authed } }) => {
    const names = expect.any(Array) as unknown;
    expect(await authed.runner('saltutil.sync_wrapper')).toEqual(names);
    expect(await authed.runner('saltutil.sync_all')).toMatchObject({ wrapper: names });
  },
);

requirement(
  'cherrypy.saltutil-runner.sync-all',
  {
    level: 'should',
    text: 'runner saltutil.sync_all answers a list of names for each kind of module of the master, sync_modules that of one kind.',
    source: { documented: 'Salt, runner saltutil', observed: EVERY_LINE },
    needs: ['runner', 'writes'],
  },
  async ({ target: { authed } }) => {
    const synced = await authed.runner('saltutil.sync_all');
    expect(synced).toMatchObject({ modules: expect.any(Array), runners: [] });
    for (const names of Object.values(synced as object)) expect(Array.isArray(names)).toBe(true);
    expect(Array.isArray(await authed.runner('saltutil.sync_modules'))).toBe(true);
  },
);

requirement(
  'cherrypy.jobs-runner.master',
  {
    level: 'should',
    text: 'runner jobs.master answers a list of the jobs that the master itself is running.',
    source: { documented: 'Salt, runner jobs', observed: EVERY_LINE },
    needs: ['runner'],
  },
  async ({ target: { authed } }) => {
    expect(Array.isArray(await authed.runner('jobs.master'))).toBe(true);
  },
);

requirement(
  'cherrypy.jobs-runner.master-lists-itself',
  {
    level: 'may',
    text: 'From 3008 on runner jobs.master finds itself among the jobs that the master is running.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs: ['runner'],
  },
  async ({ target: { authed } }) => {
    expect(await authed.runner('jobs.master')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          fun: 'runner.jobs.master',
          fun_args: [],
          pid: expect.any(Number),
        }),
      ]),
    );
  },
);

import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

const source = { documented: 'salt.modules.state', observed: EVERY_LINE };
const needs = ['minion'] as const;

/** A job id of nobody's. */
const NO_JOB = '20200101000000000000';

requirement(
  'cherrypy.state-requests.life',
  {
    level: 'should',
    text: 'state.request tells what state.apply would do and keeps it; check_request answers that, run_request runs it and forgets it.',
    source,
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    const [name, sls] = [target.unique('request'), target.unique('sls')];
    const kwarg = { name, concurrent: true };
    const unknown = [`No matching sls found for '${sls}' in env 'base'`];
    const asked = await runOnMinion(target, 'state.request', [sls], { kwarg, full_return: true });
    expect(asked).toMatchObject({ ret: unknown, retcode: 1, out: 'highstate' });
    const kept = await runOnMinion(target, 'state.check_request', [name]);
    expect(Object.keys(kept as object)).toEqual(['test_run', 'mods', 'kwargs']);
    expect(kept).toMatchObject({ test_run: unknown, mods: sls, kwargs: { ...kwarg, test: true } });
    expect(field(await runOnMinion(target, 'state.check_request'), name)).toEqual(kept);
    expect(await runOnMinion(target, 'state.run_request', [name])).toEqual(unknown);
    expect(field(await runOnMinion(target, 'state.check_request'), name)).toBe(undefined);
    expect(await runOnMinion(target, 'state.run_request', [name])).toEqual({});
  },
);

requirement(
  'cherrypy.state-requests.nothing',
  {
    level: 'should',
    text: 'state.run_request answers an empty object for what nobody has asked for, which is a success with the outputter highstate.',
    source,
    needs,
  },
  async ({ target }) => {
    const arg = [target.unique('request')];
    const full = await runOnMinion(target, 'state.run_request', arg, { full_return: true });
    expect(full).toMatchObject({ ret: {}, retcode: 0, out: 'highstate' });
  },
);

requirement(
  'cherrypy.state-pauses.kept',
  {
    level: 'should',
    text: 'state.pause, resume and soft_kill answer null for any job; of runs that are over get_pauses tells nothing.',
    source,
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    const forgotten = async (): Promise<void> => {
      for (const arg of [[], [NO_JOB], [[NO_JOB]]])
        expect(await runOnMinion(target, 'state.get_pauses', arg)).toEqual({});
    };
    await forgotten();
    for (const [fun, ...arg] of [
      ['state.pause'],
      ['state.pause', 'some_id', 5],
      ['state.resume', 'some_id'],
      ['state.resume'],
      ['state.soft_kill'],
      ['state.soft_kill', 'some_id'],
    ] as const) {
      expect(await runOnMinion(target, fun, [NO_JOB, ...arg])).toBe(null);
      await forgotten();
    }
  },
);

requirement(
  'cherrypy.state-pauses.second-state',
  {
    level: 'may',
    text: 'Where something is kept of a run, state.soft_kill of a state of which nothing is kept fails with a KeyError.',
    source: { observed: EVERY_LINE },
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    const jid = '20200101000000000001';
    try {
      expect(await runOnMinion(target, 'state.pause', [jid])).toBe(null);
      const failure = String(await runOnMinion(target, 'state.soft_kill', [jid, 'some_id']));
      expect(failure).toContain('The minion function caused an exception: Traceback');
      expect(failure).toContain("KeyError: 'some_id'");
    } finally {
      await runOnMinion(target, 'state.get_pauses', [jid]);
    }
  },
);

requirement(
  'cherrypy.state-disabled.enable',
  {
    level: 'should',
    text: 'state.enable of states that are not disabled says so of each, and that is a success.',
    source,
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    const [a, b] = [target.unique('sls'), target.unique('sls')];
    expect(await runOnMinion(target, 'state.enable', [`${a},${b}`])).toEqual({
      res: true,
      msg: `Info: ${a} state already enabled.\nInfo: ${b} state already enabled.`,
    });
  },
);

requirement(
  'cherrypy.state-files.no-package',
  {
    level: 'may',
    text: 'state.pkg answers an empty object where there is no such file on the minion.',
    source,
    needs,
  },
  async ({ target }) => {
    const arg = [`/nonesuch/${target.unique('pkg')}.tgz`, 'x', 'sha256'];
    const full = await runOnMinion(target, 'state.pkg', arg, { full_return: true });
    expect(full).toMatchObject({ ret: {}, retcode: 0, out: 'highstate' });
  },
);

requirement(
  'cherrypy.state-files.clear-cache',
  {
    level: 'may',
    text: 'state.clear_cache answers a list of the files that it took away, each of which ends with .cache.p.',
    source,
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    const names = await runOnMinion(target, 'state.clear_cache');
    expect(Array.isArray(names), JSON.stringify(names)).toBe(true);
    expect((names as string[]).filter((name) => !name.endsWith('.cache.p'))).toEqual([]);
  },
);

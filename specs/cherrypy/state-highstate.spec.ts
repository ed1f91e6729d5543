import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';
import { runStates } from './run-states.ts';

const source = { documented: 'salt.modules.state', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };

requirement(
  'cherrypy.state-highstate.no-environment',
  {
    level: 'should',
    text: 'A highstate of an environment that there is not is one failed result that says so, with retcode 2.',
    source: observed,
    needs: ['minion'],
  },
  async ({ target }) => {
    const kwarg = { saltenv: target.unique('saltenv'), test: true };
    const { states, retcode } = await runStates(target, 'state.highstate', [], kwarg);
    expect(states).toEqual({
      'no_|-states_|-states_|-None': {
        result: false,
        comment:
          'No Top file or master_tops data matches found. Please see master log for details.',
        name: 'No States',
        changes: {},
        __run_num__: 0,
      },
    });
    expect(retcode).toBe(2);
  },
);

requirement(
  'cherrypy.state-highstate.show-top',
  {
    level: 'must',
    text: 'state.show_top answers the state files of the highstate in a list by environment.',
    source,
    needs: ['minion', 'highstate'],
  },
  async ({ target }) => {
    const top = await highstateFiles(target);
    expect(top.length).toBeGreaterThan(0);
  },
);

requirement(
  'cherrypy.state-highstate.show-highstate',
  {
    level: 'should',
    text: 'state.show_highstate answers the ids of the highstate; each tells its file and its environment, and has an order for each of its states.',
    source,
    needs: ['minion', 'highstate'],
  },
  async ({ target }) => {
    const high = await runOnMinion(target, 'state.show_highstate', [], BESIDE);
    const ids = Object.entries(high as Record<string, unknown>).filter(([id]) => !isInternal(id));
    expect(ids.length).toBeGreaterThan(0);
    for (const [, body] of ids) {
      expect(body).toMatchObject({ __sls__: TEXT, __env__: TEXT });
      for (const module of keysOf(body).filter((key) => !isInternal(key)))
        expect(field(body, module)).toContainEqual({ order: expect.anything() as unknown });
    }
  },
);

requirement(
  'cherrypy.state-highstate.show-lowstate',
  {
    level: 'must',
    text: 'state.show_lowstate answers the chunks of the highstate, each with module, function, name, id, file and order.',
    source,
    needs: ['minion', 'highstate'],
  },
  async ({ target }) => {
    const low = await lowstate(target);
    expect(low.length).toBeGreaterThan(0);
    for (const chunk of low)
      expect(chunk).toMatchObject({
        state: TEXT,
        fun: TEXT,
        name: TEXT,
        __id__: TEXT,
        __sls__: TEXT,
        __env__: TEXT,
        order: expect.any(Number),
      });
  },
);

requirement(
  'cherrypy.state-highstate.show-states',
  {
    level: 'should',
    text: 'state.show_states answers the files that the chunks of the highstate come from, in their order, each once.',
    source,
    needs: ['minion', 'highstate'],
  },
  async ({ target }) => {
    const files = (await lowstate(target)).map((chunk) => field(chunk, '__sls__'));
    expect(await runOnMinion(target, 'state.show_states', [], BESIDE)).toEqual([...new Set(files)]);
  },
);

requirement(
  'cherrypy.state-highstate.known',
  {
    level: 'should',
    text: 'Of a state file that there is, state.sls_exists answers true, state.show_sls its ids, and state.id_exists whether it has one.',
    source,
    needs: ['minion', 'highstate'],
  },
  async ({ target }) => {
    const [sls] = await highstateFiles(target);
    expect(await runOnMinion(target, 'state.sls_exists', [sls], BESIDE)).toBe(true);
    const high = await runOnMinion(target, 'state.show_sls', [sls], BESIDE);
    const [id] = keysOf(high).filter((key) => !isInternal(key));
    expect(await runOnMinion(target, 'state.id_exists', [id, sls], BESIDE)).toBe(true);
    const other = target.unique('id');
    expect(await runOnMinion(target, 'state.id_exists', [other, sls], BESIDE)).toBe(false);
  },
);

requirement(
  'cherrypy.state-highstate.unknown-id',
  {
    level: 'should',
    text: 'state.sls_id of an id that the state file has not runs nothing, and says so.',
    source: observed,
    needs: ['minion', 'highstate'],
  },
  async ({ target }) => {
    const [sls] = await highstateFiles(target);
    const id = target.unique('id');
    const kwarg = { concurrent: true, test: true };
    expect(await runOnMinion(target, 'state.sls_id', [id, sls], { kwarg })).toBe(
      `ERROR executing 'state.sls_id': No matches for ID '${id}' found in SLS '${sls}' within saltenv 'base'`,
    );
  },
);

const BESIDE = { kwarg: { concurrent: true } } as const;

const TEXT = expect.any(String) as unknown;

/** The state files of the highstate in the environment `base`. */
async function highstateFiles(target: Target): Promise<string[]> {
  const top = await runOnMinion(target, 'state.show_top', [], BESIDE);
  const files = field(top, 'base');
  expect(files).toBeInstanceOf(Array);
  return (files as unknown[]).map(String);
}

async function lowstate(target: Target): Promise<unknown[]> {
  const low = await runOnMinion(target, 'state.show_lowstate', [], BESIDE);
  expect(low).toBeInstanceOf(Array);
  return low as unknown[];
}

function isInternal(key: string): boolean {
  return key.startsWith('__');
}

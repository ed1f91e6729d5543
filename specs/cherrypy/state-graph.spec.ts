import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';
import { fullReturn, runStates } from './run-states.ts';

requirement(
  'cherrypy.state-graph.absent',
  {
    level: 'may',
    text: 'Up to 3007 there is no state.graph.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs: ['minion'],
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'state.graph', ['x'])).toBe("'state.graph' is not available.");
  },
);

requirement(
  'cherrypy.state-graph.unknown',
  {
    level: 'should',
    text: 'From 3008 on state.graph of a state file that there is not complains of it as state.apply does.',
    source: { documented: 'salt.modules.state', observed: ['3008.3'] },
    since: '3008',
    needs: ['minion'],
  },
  async ({ target }) => {
    const sls = target.unique('saltproof-sls');
    expect(await fullReturn(target, 'state.graph', [sls])).toMatchObject({
      ret: [`No matching sls found for '${sls}' in env 'base'`],
      retcode: 1,
    });
  },
);

requirement(
  'cherrypy.state-graph.highstate',
  {
    level: 'should',
    text: 'From 3008 on state.graph_highstate answers the states of the highstate in the language of Graphviz, each by module, id, name and function.',
    source: { documented: 'salt.modules.state', observed: ['3008.3'] },
    since: '3008',
    needs: ['minion', 'highstate'],
  },
  async ({ target }) => {
    const graph = String(await runOnMinion(target, 'state.graph_highstate', [], { kwarg: BESIDE }));
    const lines = graph.split('\n');
    expect(lines[0]).toBe('digraph G {');
    expect(lines.at(-1)).toBe('}');
    const low = await runOnMinion(target, 'state.show_lowstate', [], { kwarg: BESIDE });
    const chunks = low as Readonly<Record<string, string>>[];
    for (const { state, __id__: id, name, fun } of chunks) {
      const label = `${state}.${fun}\\n${id}${name === id ? '' : `\\n(${name})`}`;
      expect(lines).toContain(`  "${state}_|-${id}_|-${name}_|-${fun}" [label="${label}"];`);
    }
  },
);

requirement(
  'cherrypy.state-top.unknown',
  {
    level: 'should',
    text: 'state.top with a top file that there is not is one failed result that says so, as a highstate without states is.',
    source: { documented: 'salt.modules.state', observed: EVERY_LINE },
    needs: ['minion'],
  },
  async ({ target }) => {
    const arg = [`${target.unique('top')}.sls`];
    const { states, retcode } = await runStates(target, 'state.top', arg, { test: true });
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

/** Whoever else has states run on the minion is not disturbed. */
const BESIDE = { concurrent: true };

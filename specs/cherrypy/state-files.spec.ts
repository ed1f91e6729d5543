import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Target } from '../target/target.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';
import { fullReturn } from './run-states.ts';

const source = { documented: 'salt.modules.state', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

/** The name of a state file that there is not. */
function unknownSls(target: Target): string {
  return target.unique('saltproof-sls');
}

requirement(
  'cherrypy.state-files.unknown',
  {
    level: 'must',
    text: 'A state file that there is not is answered with a list of one sentence, the outputter highstate and retcode 1, by state.apply and by state.sls.',
    source: { ...source, client: ['salt-pepper'] },
    needs,
  },
  async ({ target }) => {
    const sls = unknownSls(target);
    for (const fun of ['state.apply', 'state.sls'])
      expect(await fullReturn(target, fun, [sls])).toMatchObject({
        ret: [`No matching sls found for '${sls}' in env 'base'`],
        out: 'highstate',
        retcode: 1,
      });
  },
);

requirement(
  'cherrypy.state-files.several-unknown',
  {
    level: 'should',
    text: 'State files are named by a text with commas or by a list; each that there is not has its sentence.',
    source,
    needs,
  },
  async ({ target }) => {
    const [a, b] = [unknownSls(target), unknownSls(target)];
    const ret = [a, b].map((sls) => `No matching sls found for '${sls}' in env 'base'`);
    for (const mods of [`${a},${b}`, [a, b]])
      expect(await fullReturn(target, 'state.apply', [mods])).toMatchObject({ ret, retcode: 1 });
  },
);

requirement(
  'cherrypy.state-files.unknown-saltenv',
  {
    level: 'should',
    text: 'An environment that there is not has a sentence before that of the state file.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const [sls, saltenv] = [unknownSls(target), target.unique('saltenv')];
    expect(await fullReturn(target, 'state.apply', [sls], { saltenv })).toMatchObject({
      ret: [
        `No matching salt environment for environment '${saltenv}' found`,
        `No matching sls found for '${sls}' in env '${saltenv}'`,
      ],
      retcode: 1,
    });
  },
);

requirement(
  'cherrypy.state-files.sls-exists',
  {
    level: 'should',
    text: 'state.sls_exists answers false for a state file that there is not.',
    source,
    needs,
  },
  async ({ target }) => {
    const kwarg = { concurrent: true };
    expect(await runOnMinion(target, 'state.sls_exists', [unknownSls(target)], { kwarg })).toBe(
      false,
    );
  },
);

requirement(
  'cherrypy.state-files.show-unknown',
  {
    level: 'should',
    text: 'state.show_sls and state.show_low_sls say the same of a state file that there is not, without an outputter.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const sls = unknownSls(target);
    for (const fun of ['state.show_sls', 'state.show_low_sls']) {
      const full = await fullReturn(target, fun, [sls]);
      expect(full).toMatchObject({
        ret: [`No matching sls found for '${sls}' in env 'base'`],
        retcode: 1,
      });
      expect(full).not.toHaveProperty('out');
    }
  },
);

requirement(
  'cherrypy.state-files.too-many-arguments',
  {
    level: 'should',
    text: 'state.apply takes one list of state files, and complains in Python’s words of more.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const complaint = 'apply_() takes from 0 to 1 positional arguments but 2 were given';
    expect(await runOnMinion(target, 'state.apply', ['a', 'b'])).toContain(
      `Passed invalid arguments to state.apply: ${complaint}`,
    );
  },
);

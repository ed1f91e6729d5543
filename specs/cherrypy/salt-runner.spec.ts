import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';

const source = { documented: 'Salt, runner salt', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };

requirement(
  'cherrypy.salt-runner.cmd',
  {
    level: 'must',
    text: 'runner salt.cmd runs an execution function on the master and answers what it returns; nothing of what is published reaches it.',
    source,
    needs: ['runner'],
  },
  async ({ target: { authed } }) => {
    expect(await authed.runner('salt.cmd', { arg: ['test.ping'] })).toBe(true);
    const kwarg = { b: 1 };
    expect(await authed.runner('salt.cmd', { arg: ['test.arg', 'a'], kwarg })).toEqual({
      args: ['a'],
      kwargs: { b: 1 },
    });
  },
);

requirement(
  'cherrypy.salt-runner.cmd-as-master',
  {
    level: 'should',
    text: 'A function that runner salt.cmd runs finds the id of the master among the grains.',
    source: observed,
    needs: ['runner', 'wheel'],
  },
  async ({ target: { authed } }) => {
    const id = field(await authed.wheel('config.values'), 'id');
    expect(await authed.runner('salt.cmd', { arg: ['grains.get', 'id'] })).toBe(id);
  },
);

requirement(
  'cherrypy.salt-runner.cmd-unknown',
  {
    level: 'should',
    text: 'runner salt.cmd of a function that there is not answers that it is not available.',
    source: observed,
    needs: ['runner'],
  },
  async ({ target }) => {
    const fun = `${target.unique('nonesuch')}.fun`;
    const said = await target.authed.runner('salt.cmd', { arg: [fun] });
    expect(said).toBe(`'${fun}' is not available.`);
  },
);

requirement(
  'cherrypy.salt-runner.cmd-failures',
  {
    level: 'should',
    text: 'Wrong arguments of the function and exceptions in it are those of runner salt.cmd.',
    source: observed,
    needs: ['runner'],
  },
  async ({ target: { authed } }) => {
    expect(await authed.runner('salt.cmd', { arg: ['test.echo'] })).toMatch(
      /^\nPassed invalid arguments: echo\(\) missing 1 required positional argument: 'text'\n\nUsage:\n/,
    );
    const failure = await authed.runner('salt.cmd', { arg: ['test.exception', 'Boo'] });
    expect(failure).toMatch(/^Exception occurred in runner salt\.cmd: Traceback /);
    expect(failure).toMatch(/\nException: Boo\n$/);
  },
);

requirement(
  'cherrypy.salt-runner.execute',
  {
    level: 'must',
    text: 'runner salt.execute runs a function on the targeted minions and answers what they return by id, an empty object where nobody is targeted.',
    source,
    needs: ['runner', 'minion'],
  },
  async ({ target }) => {
    const { authed, minion } = target;
    expect(await authed.runner('salt.execute', { arg: [minion, 'test.ping'] })).toEqual({
      [minion]: true,
    });
    const list = { arg: [[minion], 'test.echo', ['x']], kwarg: { tgt_type: 'list' } };
    expect(await authed.runner('salt.execute', list)).toEqual({ [minion]: 'x' });
    const nobody = target.unique('nobody');
    expect(await authed.runner('salt.execute', { arg: [nobody, 'test.ping'] })).toEqual({});
  },
);

requirement(
  'cherrypy.salt-runner.execute-as-master',
  {
    level: 'should',
    text: 'The keyword arguments of runner salt.execute reach the function, which the user of the master runs.',
    source: observed,
    needs: ['runner', 'minion'],
  },
  async ({ target }) => {
    const { authed, minion } = target;
    const arg = [minion, 'test.kwarg'];
    const returned = await authed.runner('salt.execute', { arg, kwarg: { kwarg: { b: 1 } } });
    expect(field(returned, minion)).toMatchObject({
      b: 1,
      __pub_fun: 'test.kwarg',
      __pub_tgt: minion,
      __pub_user: expect.any(String),
    });
    expect(keysOf(returned)).toEqual([minion]);
  },
);

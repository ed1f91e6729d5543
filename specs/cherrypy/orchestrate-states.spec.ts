import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';
import { resultsOf, single } from './orchestrated.ts';

const saltmod = { documented: 'salt.states.saltmod', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const runner = ['runner'] as const;
const needs = ['runner', 'minion', 'writes'] as const;

requirement(
  'cherrypy.orchestrate.function',
  {
    level: 'must',
    text: 'The state salt.function runs a function on minions: its changes hold what they returned, and it names the job.',
    source: saltmod,
    needs,
  },
  async ({ target }) => {
    const kwarg = { tgt: target.minion, arg: ['hello'] };
    const result = await single(target, 'salt.function', 'test.echo', kwarg);
    expect(result).toMatchObject({
      name: 'test.echo',
      changes: { ret: { [target.minion]: 'hello' } },
      comment: `Function ran successfully. Function test.echo ran on ${target.minion}.`,
      result: true,
      __jid__: expect.stringMatching(/^\d{20}$/),
    });
    expect(keysOf(result).slice(0, 5).join(' ')).toBe('name changes comment result __jid__');
  },
);

requirement(
  'cherrypy.orchestrate.function-failed',
  {
    level: 'should',
    text: 'salt.function fails where a minion returns false or a retcode, or where no minion responds.',
    source: saltmod,
    needs,
  },
  async ({ target }) => {
    const { minion } = target;
    expect(await single(target, 'salt.function', 'test.false', { tgt: minion })).toMatchObject({
      changes: { ret: { [minion]: false } },
      comment: `Running function test.false failed on minions: ${minion} Function test.false ran on ${minion}.`,
      result: false,
    });
    const wrong = { tgt: minion, arg: ['one too many'] };
    expect(field(await single(target, 'salt.function', 'test.ping', wrong), 'result')).toBe(false);
    const nobody = { tgt: target.unique('nobody') };
    expect(await single(target, 'salt.function', 'test.ping', nobody)).toMatchObject({
      changes: {},
      comment: 'No minions responded',
      result: false,
    });
  },
);

requirement(
  'cherrypy.orchestrate.function-test',
  {
    level: 'should',
    text: 'A state that lacks its target is refused before it runs.',
    source: observed,
    needs: runner,
  },
  async ({ target }) => {
    const arg = ['salt.function', 'test.ping'];
    const answer = await target.authed.runner('state.orchestrate_single', { arg });
    expect(resultsOf(answer)).toEqual(['Missing parameter tgt for state salt.function']);
  },
);

requirement(
  'cherrypy.orchestrate.state-failed',
  {
    level: 'should',
    text: 'The state salt.state fails where a minion cannot run its states, and says what the minion answered.',
    source: saltmod,
    needs,
  },
  async ({ target }) => {
    const { minion } = target;
    const sls = target.unique('nonesuch');
    const kwarg = { tgt: minion, sls, concurrent: true };
    const error = `No matching sls found for '${sls}' in env 'base'`;
    expect(await single(target, 'salt.state', 'saltproof', kwarg)).toMatchObject({
      name: 'saltproof',
      changes: { out: 'highstate', ret: { [minion]: [error] } },
      comment: `Run failed on minions: ${minion}\nMinion ${minion} returned errors: ${error}`,
      result: false,
    });
    expect(await single(target, 'salt.state', 'saltproof', { tgt: minion })).toMatchObject({
      comment: 'No highstate or sls specified, no execution made',
      result: false,
    });
    const nobody = { tgt: target.unique('nobody'), sls };
    expect(await single(target, 'salt.state', 'saltproof', nobody)).toMatchObject({
      comment: 'No minions returned',
      result: false,
    });
  },
);

requirement(
  'cherrypy.orchestrate.wheel',
  {
    level: 'should',
    text: 'The state salt.wheel runs a wheel function: its changes hold what that returned.',
    source: saltmod,
    needs: ['runner', 'wheel'],
  },
  async ({ target }) => {
    const kwarg = { match: 'accepted' };
    const listed = await target.authed.wheel('key.list', kwarg);
    const result = await single(target, 'salt.wheel', 'key.list', kwarg);
    expect(result).toMatchObject({
      name: 'key.list',
      changes: { return: listed },
      result: true,
      comment: "Wheel function 'key.list' executed.",
    });
    expect(keysOf(result).slice(0, 5).join(' ')).toBe('name changes result comment __jid__');
  },
);

requirement(
  'cherrypy.orchestrate.unknown-runner',
  {
    level: 'may',
    text: 'The state salt.runner of a function that there is not ends by a KeyError.',
    source: observed,
    needs: runner,
  },
  async ({ target }) => {
    const result = await single(target, 'salt.runner', 'manage.nonesuch', {});
    expect(result).toMatchObject({ name: 'manage.nonesuch', changes: {}, result: false });
    expect(field(result, 'comment')).toMatch(
      /^An exception occurred in this state: Traceback [^]*\nKeyError: 'manage\.nonesuch'\n$/,
    );
  },
);

requirement(
  'cherrypy.orchestrate.wait-for-event',
  {
    level: 'should',
    text: 'The state salt.wait_for_event fails when its time is over and the events have not come.',
    source: saltmod,
    needs: runner,
  },
  async ({ target }) => {
    const kwarg = { id_list: ['nobody'], timeout: 1 };
    const tag = `saltproof/${target.unique('nothing')}`;
    const result = await single(target, 'salt.wait_for_event', tag, kwarg);
    expect(result).toMatchObject({ comment: 'Timeout value reached.', result: false, changes: {} });
  },
);

import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { callEvents, jidOf, says } from '../target/call-events.ts';
import { field, keysOf } from '../target/return-of.ts';
import { resultsOf } from './orchestrated.ts';

const source = { documented: 'salt.runners.state', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const runner = ['runner'] as const;

/** Calls after which a server is taken for deaf. */
const MOST_CALLS = 20;

requirement(
  'cherrypy.orchestrate.single',
  {
    level: 'must',
    text: 'runner state.orchestrate_single runs a state on the master: the answer has its result under the id of the master.',
    source,
    needs: ['runner', 'wheel'],
  },
  async ({ target }) => {
    const { authed } = target;
    const arg = ['test.nop', target.unique('saltproof')];
    const answer = await authed.runner('state.orchestrate_single', { arg });
    expect(keysOf(answer)).toEqual([field(await authed.wheel('config.values'), 'id')]);
    const [result] = Object.values(resultsOf(answer));
    expect(result).toMatchObject({ name: arg[1], result: true, comment: 'Success!', changes: {} });
  },
);

requirement(
  'cherrypy.orchestrate.progress',
  {
    level: 'should',
    text: 'state.orchestrate_single fires salt/run/<jid>/progress with its answer and the outputter highstate.',
    source: observed,
    needs: runner,
  },
  async ({ target }) => {
    const name = target.unique('saltproof');
    const stream = await target.listen([await target.auth()]);
    const arg = ['test.nop', name];
    const answer = await target.authed.runner('state.orchestrate_single', { arg });
    const begun = await stream.event((event) => event.tag.endsWith('/new') && says(event, name));
    const { part } = await callEvents(stream, jidOf(begun), ['ret']);
    const { data } = part('progress').data;
    expect(Object.keys(data).join(' ')).toBe('data outputter _stamp');
    expect(data).toMatchObject({ data: answer, outputter: 'highstate' });
  },
);

requirement(
  'cherrypy.orchestrate.high',
  {
    level: 'should',
    text: 'runner state.orchestrate_high runs high data on the master, requisites included.',
    source,
    needs: runner,
  },
  async ({ target }) => {
    const high = {
      first: { __sls__: 'specs', test: ['fail_without_changes'] },
      second: { __sls__: 'specs', test: ['nop', { require: [{ test: 'first' }] }] },
    };
    const answer = await target.authed.runner('state.orchestrate_high', { kwarg: { data: high } });
    const results = resultsOf(answer);
    expect(Object.values(results).map((result) => field(result, 'result'))).toEqual([false, false]);
    expect(field(results['test_|-second_|-second_|-nop'], 'comment')).toContain(
      'One or more requisite failed: specs.first',
    );
  },
);

requirement(
  'cherrypy.orchestrate.sls-unknown',
  {
    level: 'must',
    text: 'runner state.orchestrate, and orch and sls with it, answers data under the id of the master, outputter and retcode; a file that there is not is an error in a list.',
    source,
    needs: runner,
  },
  async ({ target }) => {
    const sls = target.unique('nonesuch');
    for (const fun of ['orchestrate', 'orch', 'sls']) {
      const answer = await target.authed.runner(`state.${fun}`, { arg: [sls] });
      expect(keysOf(answer).join(' ')).toBe('data outputter retcode');
      expect(answer).toMatchObject({ outputter: 'highstate', retcode: 1 });
      expect(resultsOf(field(answer, 'data'))).toEqual([
        `No matching sls found for '${sls}' in env 'base'`,
      ]);
    }
  },
);

requirement(
  'cherrypy.orchestrate.show-unknown',
  {
    level: 'should',
    text: 'runner state.orchestrate_show_sls and orch_show_sls answer errors of files under the id of the master.',
    source,
    needs: runner,
  },
  async ({ target }) => {
    const sls = target.unique('nonesuch');
    for (const fun of ['orchestrate_show_sls', 'orch_show_sls']) {
      const answer = await target.authed.runner(`state.${fun}`, { arg: [sls] });
      expect(resultsOf(answer)).toEqual([`No matching sls found for '${sls}' in env 'base'`]);
    }
  },
);

requirement(
  'cherrypy.orchestrate.pillar',
  {
    level: 'should',
    text: 'Orchestrations refuse a pillar that is no object, as a wrong call.',
    source: observed,
    needs: runner,
  },
  async ({ target }) => {
    const text = '\nPassed invalid arguments: Pillar data must be formatted as a dictionary\n';
    const kwarg = { pillar: 'x' };
    for (const [fun, arg] of [
      ['orchestrate', ['nonesuch']],
      ['orchestrate_single', ['test.nop', 'x']],
      ['orchestrate_show_sls', ['nonesuch']],
    ] as const) {
      const answer = await target.authed.runner(`state.${fun}`, { arg, kwarg });
      expect(String(answer).startsWith(text), String(answer)).toBe(true);
    }
  },
);

requirement(
  'cherrypy.orchestrate.event',
  {
    level: 'should',
    text: 'runner state.event waits for as many events as it counts whose tags match, and answers nothing.',
    source: { documented: 'salt.runners.state', observed: EVERY_LINE },
    needs: ['runner', 'minion'],
  },
  async ({ target }) => {
    const kwarg = { tagmatch: 'salt/job/*/ret/*', count: 1, quiet: true };
    const sleep = { client: 'local_async', tgt: target.minion, fun: 'test.sleep', arg: [3] };
    await target.lowstate(sleep);
    const ends: string[] = [];
    const waiting = target.authed.runner('state.event', { kwarg }).finally(() => ends.push('over'));
    // A server may begin to listen long after it has begun to answer.
    for (let calls = 0; calls < MOST_CALLS && ends.length === 0; calls += 1)
      await target.local(target.minion, 'test.ping');
    expect(await waiting).toBe(null);
  },
);

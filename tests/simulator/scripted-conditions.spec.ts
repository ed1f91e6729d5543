import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { runAsSaltdev } from './run-as-saltdev.ts';

const FLEET = {
  users: { saltdev: { password: 'saltdev' } },
  minions: { web1: {}, web2: {} },
  states: {
    site: {
      site: { 'test.succeed_with_changes': [{ unless: 'test -e /srv/site' }] },
      checked: { 'test.nop': [{ onlyif: [{ fun: 'made.up', args: ['x'] }] }] },
    },
  },
  answers: [
    { fun: 'cmd.retcode', arg: ['test -e /srv/site'], minions: ['web1'], return: 0 },
    { fun: 'made.up', arg: ['x'], return: true },
  ],
};

let simulator: Simulator;
test.beforeEach(async () => {
  const config = { external_auth: { pam: { saltdev: ['.*'] } }, netapi_enable_clients: ['local'] };
  simulator = await startSimulator({ fleet: FLEET, config });
});
test.afterEach(() => simulator.close());

/** The comments of the states that a minion runs. */
async function commentsOn(minion: string): Promise<string[]> {
  const returned = await runAsSaltdev(simulator, {
    tgt: minion,
    fun: 'state.apply',
    arg: ['site'],
  });
  const states = (returned as Record<string, Record<string, { comment: string }>>)[minion];
  return Object.values(states ?? {}).map(({ comment }) => comment);
}

test('an answer for cmd.retcode decides what the command of a condition comes to', async () => {
  expect(await commentsOn('web1')).toEqual(['unless condition is true', 'Success!']);
  expect(await commentsOn('web2')).toEqual(['Success!', 'Success!']);
});

import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { completed, routed } from './commands.ts';
import { CLIENTS } from './sources.ts';

const CLIENT = {
  level: 'should',
  source: { client: [CLIENTS.mcp] },
  confidence: 'client',
} as const;

const NEEDS = ['minion', 'writes'] as const;

/** Has a minion try its highstate, which changes nothing, and gives the jid. */
async function triedHighstate(target: RaasTarget): Promise<string> {
  const jid = await routed(target, { fun: 'state.apply', arg: { arg: [], kwarg: { test: true } } });
  await completed(target, jid);
  return jid;
}

/** What came of the states of a highstate of the minion. */
async function statesOf(target: RaasTarget, jid: string) {
  const { minion } = target.minion;
  const given = { minion_id: minion, jid, limit: 0 };
  const details = await target.reply('cmd', 'get_highstate_minion_details', given);
  if (details.count === 0) throw new NotVerified('needs a minion that has a highstate');
  return details;
}

requirement(
  'raas.cmd.is-highstate',
  {
    ...CLIENT,
    text: 'A command of the whole highstate is told, and found, as one.',
    needs: NEEDS,
  },
  async ({ target }) => {
    const jid = await triedHighstate(target);
    const { results } = await target.reply('cmd', 'get_cmds', { jid, highstate: true });
    expect(results).toMatchObject([{ jid, is_highstate: true }]);
    expect((await target.reply('cmd', 'get_cmds', { jid, highstate: false })).count).toBe(0);
  },
);

requirement(
  'raas.cmd.highstate-minion-details',
  {
    ...CLIENT,
    text: 'get_highstate_minion_details tells what came of each state of a minion, and sums it up.',
    needs: NEEDS,
  },
  async ({ target }) => {
    const jid = await triedHighstate(target);
    const { summary, count, results } = await statesOf(target, jid);
    expect(results).toHaveLength(count);
    expect(summary.total_states).toBe(count);
    expect(summary.states_failed + summary.states_succeeded).toBe(count);
    expect(summary.states_changed + summary.states_unchanged).toBe(count);
    for (const row of results) {
      expect(row.jid).toBe(jid);
      expect(row.num_changes).toBe(Object.keys(row.changes).length);
    }
  },
);

requirement(
  'raas.cmd.highstate-states',
  {
    ...CLIENT,
    text: 'get_highstate_states lists each state with how it went on the minions that have it.',
    needs: NEEDS,
  },
  async ({ target }) => {
    const jid = await triedHighstate(target);
    const { results: own } = await statesOf(target, jid);
    const { results } = await target.reply('cmd', 'get_highstate_states', { jid, limit: 0 });
    expect(results.map(({ state }) => state).toSorted()).toEqual(
      own.map(({ state }) => state).toSorted(),
    );
    for (const row of results) expect(row).toMatchObject({ total_minions: 1, jids: [jid] });
  },
);

requirement(
  'raas.cmd.highstate-state-details',
  {
    ...CLIENT,
    text: 'get_highstate_state_details tells how one state went on each minion.',
    needs: NEEDS,
  },
  async ({ target }) => {
    const { minion, master } = target.minion;
    const jid = await triedHighstate(target);
    const { results: own } = await statesOf(target, jid);
    const state = own[0]?.state ?? '';
    const given = { state, jid };
    const { summary, results } = await target.reply('cmd', 'get_highstate_state_details', given);
    expect(summary.total_minions).toBe(1);
    expect(results).toMatchObject([{ minion_id: minion, master_id: master, jid }]);
    const others = { state: 'saltproof nothing' };
    expect((await target.reply('cmd', 'get_highstate_state_details', others)).count).toBe(0);
  },
);

requirement(
  'raas.cmd.highstate-minions',
  {
    ...CLIENT,
    text: 'get_highstate_minions lists minions with the number of their states, and how they went.',
    needs: NEEDS,
  },
  async ({ target }) => {
    const { minion, master } = target.minion;
    const jid = await triedHighstate(target);
    const { count } = await statesOf(target, jid);
    const { summary, results } = await target.reply('cmd', 'get_highstate_minions', { jid });
    expect(results).toMatchObject([
      { minion_id: minion, master_id: master, jids: [jid], total_states: count },
    ]);
    expect(summary).toMatchObject({ total_minions: 1, avg_states_per_minion: count });
  },
);

requirement(
  'raas.cmd.highstate-stats',
  {
    ...CLIENT,
    text: 'get_highstate_stats counts the highstates of each day.',
    needs: NEEDS,
  },
  async ({ target }) => {
    const jid = await triedHighstate(target);
    await statesOf(target, jid);
    const { count, results } = await target.reply('cmd', 'get_highstate_stats');
    expect(results).toHaveLength(count);
    const day = `${jid.slice(0, 4)}-${jid.slice(4, 6)}-${jid.slice(6, 8)}`;
    const found = results.filter(({ date }) => date >= day);
    expect(found.length).toBeGreaterThan(0);
    for (const row of found)
      expect(row.states_failed + row.states_succeeded).toBe(row.total_states);
    const before = { begin_date: '2000-01-01', end_date: '2000-01-02' };
    expect((await target.reply('cmd', 'get_highstate_stats', before)).results).toEqual([]);
  },
);

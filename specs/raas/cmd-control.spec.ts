import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { routed } from './commands.ts';
import { expectError } from './refusals.ts';
import { CLIENTS } from './sources.ts';

const NO_JID = '19700101000000000000';

const CLIENT = {
  level: 'should',
  source: { client: [CLIENTS.mcp] },
  confidence: 'client',
  needs: ['minion', 'writes'],
} as const;

/** How often a command is looked at, a second apart. */
const TRIES = 30;

/** A command that a minion is busy with for a while. */
async function busy(target: RaasTarget): Promise<string> {
  const jid = await routed(target, { fun: 'test.sleep', arg: { arg: [40] } });
  await comesTo(target, jid, ['retrieved']);
  return jid;
}

/** Waits until a command is in one of these states. */
async function comesTo(target: RaasTarget, jid: string, states: readonly string[]): Promise<void> {
  let state: string | undefined;
  for (let tries = 0; tries < TRIES && !states.includes(state ?? ''); tries++) {
    if (tries > 0) await target.passes(1);
    [state] = (await target.reply('cmd', 'get_cmds', { jid })).results.map((row) => row.state);
  }
  expect(states).toContain(state);
}

requirement(
  'raas.cmd.stop',
  {
    ...CLIENT,
    text: 'stop_job stops a command, by another command whose jid it answers with.',
  },
  async ({ target }) => {
    const jid = await busy(target);
    const stopping = await target.reply('cmd', 'stop_job', { jid });
    expect(stopping).not.toBe(jid);
    expect((await target.reply('cmd', 'get_cmds', { jid: stopping })).count).toBe(1);
    await comesTo(target, jid, ['stopped']);
  },
);

requirement(
  'raas.cmd.pause',
  {
    ...CLIENT,
    text: 'pause_job and resume_job pause a command and have it go on, each by another command whose jid it answers with.',
  },
  async ({ target }) => {
    const jid = await busy(target);
    const pausing = await target.reply('cmd', 'pause_job', { jid });
    await comesTo(target, jid, ['pausing', 'paused']);
    const resuming = await target.reply('cmd', 'resume_job', { jid });
    await comesTo(target, jid, ['resuming', 'resumed']);
    expect(new Set([jid, pausing, resuming]).size).toBe(3);
    await target.ret('cmd', 'stop_job', { jid });
    await comesTo(target, jid, ['stopped']);
  },
);

for (const method of ['pause_job', 'resume_job', 'stop_job'] as const)
  requirement(
    `raas.cmd.${method.replace('_', '-')}-unknown`,
    {
      level: 'should',
      text: `${method} fails for a command that there is not, and where it is told none.`,
      source: { inferred: 'there is nothing to be done' },
      confidence: 'inferred',
      needs: ['writes'],
    },
    async ({ target }) => {
      expectError(await target.rpc('cmd', method, { jid: NO_JID }));
      expectError(await target.rpc('cmd', method, {}));
    },
  );

requirement(
  'raas.cmd.track-state',
  {
    level: 'may',
    text: 'track_state takes the state that the plugin of a master tells, and refuses what is none.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    const { master, minion } = target.minion;
    const jid = await busy(target);
    const told = { jid, master, minions: [minion] };
    expectError(await target.rpc('cmd', 'track_state', { ...told, state: 'saltproof' }));
    await target.ret('cmd', 'track_state', { ...told, state: 'stopping' });
    await comesTo(target, jid, ['stopping']);
    await target.ret('cmd', 'stop_job', { jid });
    await comesTo(target, jid, ['stopped']);
  },
);

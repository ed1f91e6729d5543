import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { completed, routed } from './commands.ts';
import { commandsOf, NO_JID, ownFunction, run } from './own-commands.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';

const CLIENT = {
  level: 'must',
  source: { client: [CLIENTS.powershell, CLIENTS.powercli, CLIENTS.samples] },
  confidence: 'client',
} as const;

requirement(
  'raas.cmd.jid',
  {
    ...CLIENT,
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.samples, CLIENTS.powershell] },
    text: 'route_cmd answers with a jid of 20 digits.',
    needs: ['minion'],
  },
  async ({ target }) => {
    expect(await routed(target)).toMatch(/^\d{20}$/);
  },
);

requirement(
  'raas.cmd.jids-differ',
  {
    level: 'should',
    text: 'Each command has a jid of its own.',
    source: { inferred: 'commands are told apart by their jids' },
    confidence: 'inferred',
    needs: ['minion'],
  },
  async ({ target }) => {
    const jids = [await routed(target), await routed(target), await routed(target)];
    expect(new Set(jids).size).toBe(3);
  },
);

requirement(
  'raas.cmd.complete',
  {
    ...CLIENT,
    text: 'The status of a command comes to be complete.',
    needs: ['minion'],
  },
  async ({ target }) => {
    await completed(target, await routed(target));
  },
);

requirement(
  'raas.cmd.status-unknown',
  { ...CLIENT, text: 'The status of an unknown jid is not-found.' },
  async ({ target }) => {
    expect(await target.reply('cmd', 'get_cmd_status', { jids: [NO_JID] })).toEqual(['not-found']);
  },
);

requirement(
  'raas.cmd.status-each',
  {
    ...CLIENT,
    text: 'get_cmd_status gives a status for each jid, in their order.',
    needs: ['minion'],
  },
  async ({ target }) => {
    const jid = await run(target);
    const jids = [NO_JID, jid, NO_JID];
    expect(await target.reply('cmd', 'get_cmd_status', { jids })).toEqual([
      'not-found',
      'complete',
      'not-found',
    ]);
    expect(await target.reply('cmd', 'get_cmd_status', { jids: [] })).toEqual([]);
  },
);

requirement(
  'raas.cmd.row',
  {
    ...CLIENT,
    source: { client: [CLIENTS.powershell, CLIENTS.mcp] },
    text: 'get_cmds tells of a command that one minion answered: what ran, for whom, and that all went well.',
    needs: ['minion'],
  },
  async ({ target }) => {
    const jid = await run(target);
    const [row, ...others] = await commandsOf(target, jid);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      jid,
      cmd: 'local',
      fun: 'test.ping',
      state: 'completed_all_successful',
      origination: 'Ad-Hoc',
      expected: 1,
      returned: 1,
      returned_good: 1,
      returned_failed: 0,
      is_highstate: false,
      job_uuid: null,
      sched_uuid: null,
    });
    expect(row?.user).not.toBe('');
    expect(row?.start_time.startsWith(jid.slice(0, 4))).toBe(true);
  },
);

requirement(
  'raas.cmd.masters',
  {
    level: 'should',
    text: 'A command says which masters it goes to, and in the end that they are done.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['minion'],
  },
  async ({ target }) => {
    const { minion, master } = target.minion;
    const tgt = { [master]: { tgt: minion, tgt_type: 'glob' } };
    const [row] = await commandsOf(target, await run(target, { tgt }));
    expect(row?.masters_to).toEqual([master]);
    expect(row?.masters_done).toEqual([master]);
  },
);

requirement(
  'raas.cmd.failures',
  {
    level: 'should',
    text: 'A command whose function fails on a minion comes to the state completed_failures.',
    source: { inferred: 'the name of the state' },
    confidence: 'inferred',
    needs: ['minion'],
  },
  async ({ target }) => {
    const [row] = await commandsOf(target, await run(target, { fun: ownFunction(target) }));
    expect(row).toMatchObject({
      state: 'completed_failures',
      returned: 1,
      returned_good: 0,
      returned_failed: 1,
    });
  },
);

requirement(
  'raas.cmd.arguments',
  {
    ...CLIENT,
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.samples, CLIENTS.powershell] },
    text: 'The arguments in arg and kwarg of a command reach the function.',
    needs: ['minion'],
  },
  async ({ target }) => {
    const { minion } = target.minion;
    const given = { arg: ['a', 1], kwarg: { key: 'grün', list: [1, 'b'] } };
    const jid = await run(target, { fun: 'test.arg', arg: given });
    const { [minion]: returned } = await target.reply('ret', 'get_jid', { jid });
    expect(returned?.return).toMatchObject({ args: given.arg, kwargs: given.kwarg });
  },
);

for (const [cmd, fun, needs] of [
  ['runner', 'test.arg', ['master']],
  ['wheel', 'key.list_all', ['master', 'writes']],
] as const)
  requirement(
    `raas.cmd.${cmd}`,
    {
      ...CLIENT,
      source: { documented: DOCUMENTS.reference, client: [CLIENTS.operator, CLIENTS.samples] },
      text: `A ${cmd} runs on the masters, and what it returns is kept under its jid.`,
      needs,
    },
    async ({ target }) => {
      const given = { cmd, fun, masters: ['*'] };
      const jid = String(await target.ret('cmd', 'route_cmd', given));
      await completed(target, jid);
      const [row] = await commandsOf(target, jid);
      expect(row).toMatchObject({ cmd, fun, state: 'completed_all_successful' });
      const returns = Object.values(await target.reply('ret', 'get_jid', { jid }));
      expect(returns.length).toBeGreaterThan(0);
      for (const one of returns) expect(one).toMatchObject({ jid, success: true });
    },
  );

requirement(
  'raas.cmd.jid-given',
  {
    level: 'may',
    text: 'A command takes the jid that it is given.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['minion'],
  },
  async ({ target }) => {
    const last = await routed(target);
    const jid = String(BigInt(last) + 1n);
    expect(await routed(target, { jid })).toBe(jid);
    await completed(target, jid);
  },
);

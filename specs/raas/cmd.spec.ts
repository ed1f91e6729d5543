import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { completed, routed } from './commands.ts';
import { expectPaging, expectReversed, list } from './paging.ts';
import { expectError } from './refusals.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';

/** The jid of something that never was: no server has run so early. */
const NO_JID = '19700101000000000000';

const CLIENT = {
  level: 'must',
  source: { client: [CLIENTS.powershell, CLIENTS.powercli, CLIENTS.samples] },
  confidence: 'client',
} as const;

const RULE = {
  level: 'must',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.operator] },
  confidence: 'documented',
} as const;

const FILTER = {
  level: 'should',
  source: { client: [CLIENTS.mcp, CLIENTS.powershell] },
  confidence: 'client',
  needs: ['minion'],
} as const;

/** Everybody on every master. */
const EVERYBODY = { '*': { tgt: '*', tgt_type: 'glob' } };

/** Runs a command to its end and gives its jid. */
async function run(
  target: RaasTarget,
  kwarg: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const jid = await routed(target, kwarg);
  await completed(target, jid);
  return jid;
}

/** The one command of this jid that fits filters. */
async function commandsOf(
  target: RaasTarget,
  jid: string,
  filters: Readonly<Record<string, unknown>> = {},
) {
  return (await target.reply('cmd', 'get_cmds', { jid, ...filters })).results;
}

/** A function that no minion has, so that commands of it are this requirement's alone. */
function ownFunction(target: RaasTarget): string {
  return `test.${target.unique('fun').replaceAll('-', '_')}`;
}

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

for (const [name, text, kwarg] of [
  [
    'tgt-and-tgt-uuid',
    'tgt and tgt_uuid at once',
    {
      cmd: 'local',
      fun: 'test.ping',
      tgt: EVERYBODY,
      tgt_uuid: '7f93b928-388b-11e6-b133-346895ecb8f3',
    },
  ],
  [
    'local-masters',
    'masters for a local command',
    { cmd: 'local', fun: 'test.ping', tgt: EVERYBODY, masters: ['*'] },
  ],
] as const)
  requirement(
    `raas.cmd.${name}`,
    { ...RULE, text: `route_cmd refuses ${text}.` },
    async ({ target }) => {
      expectError(await target.rpc('cmd', 'route_cmd', kwarg));
    },
  );

for (const [name, text, kwarg] of [
  ['no-function', 'a command without a function', { cmd: 'local', tgt: EVERYBODY, fun: null }],
  ['no-target', 'a local command without a target', { cmd: 'local', fun: 'test.ping' }],
  [
    'unknown-kind',
    'a kind of command that there is not',
    { cmd: 'saltproof', fun: 'test.ping', tgt: EVERYBODY },
  ],
  [
    'star-beside-others',
    'a target that names masters beside *',
    {
      cmd: 'local',
      fun: 'test.ping',
      tgt: { ...EVERYBODY, saltproof: { tgt: '*', tgt_type: 'glob' } },
    },
  ],
  ['unknown-job', 'a job that there is not', { job_uuid: '00000000-0000-4000-8000-000000000000' }],
  [
    'unknown-target',
    'a target group that there is not',
    { cmd: 'local', fun: 'test.ping', tgt_uuid: '00000000-0000-4000-8000-000000000000' },
  ],
] as const)
  requirement(
    `raas.cmd.${name}`,
    {
      level: 'should',
      text: `route_cmd refuses ${text}.`,
      source: { inferred: 'nothing could be run' },
      confidence: 'inferred',
      needs: ['writes'],
    },
    async ({ target }) => {
      expectError(await target.rpc('cmd', 'route_cmd', kwarg));
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

for (const [name, text, filters, others] of [
  [
    'state',
    'the state',
    { state: ['completed_all_successful'] },
    { state: ['completed_failures'] },
  ],
  [
    'state-invert',
    'any other than the state, with state_invert',
    { state: ['completed_failures'], state_invert: true },
    { state: ['completed_all_successful'], state_invert: true },
  ],
  ['fun', 'the function', { fun: 'test.ping' }, { fun: 'saltproof.nothing' }],
  ['cmd', 'the kind', { cmd: 'local' }, { cmd: 'wheel' }],
  ['highstate', 'whether it is a highstate', { highstate: false }, { highstate: true }],
  [
    'daterange',
    'the time',
    { daterange: ['2000-01-01T00:00:00', '2999-01-01T00:00:00'] },
    { daterange: ['2000-01-01T00:00:00', '2000-01-02T00:00:00'] },
  ],
  [
    'adhoc',
    'whether a schedule gave it',
    { include_adhoc_scheduled: 'adhoc' },
    { include_adhoc_scheduled: 'scheduled' },
  ],
  ['users', 'the user', undefined, { users: ['saltproof nobody'] }],
  ['masters', 'the master', undefined, { master_id: 'saltproof nothing' }],
  [
    'target',
    'the target group',
    { tgt_uuid: null },
    { tgt_uuid: '00000000-0000-4000-8000-000000000000' },
  ],
  ['job', 'the job', { job_uuid: null }, { job_uuid: '00000000-0000-4000-8000-000000000000' }],
] as const)
  requirement(
    `raas.cmd.by-${name}`,
    { ...FILTER, text: `get_cmds finds commands by ${text}.` },
    async ({ target }) => {
      const jid = await run(target);
      const [row] = await commandsOf(target, jid);
      const own =
        name === 'users' ? { users: [row?.user] } : { master_id: row?.masters_to[0] ?? '' };
      expect(await commandsOf(target, jid, filters ?? own)).toHaveLength(1);
      expect(await commandsOf(target, jid, others)).toEqual([]);
    },
  );

requirement(
  'raas.cmd.find-job',
  {
    ...FILTER,
    text: 'get_cmds leaves questions after jobs out, unless filter_find_job is false.',
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    const jid = await run(target, { fun: 'saltutil.find_job', arg: { arg: [NO_JID] } });
    expect(await commandsOf(target, jid)).toEqual([]);
    expect(await commandsOf(target, jid, { filter_find_job: false })).toHaveLength(1);
  },
);

/** Several commands that are this requirement's alone, as a list. */
async function ownCommands(target: RaasTarget) {
  const fun = ownFunction(target);
  const jids: string[] = [];
  for (let count = 0; count < 4; count++) jids.push(await run(target, { fun }));
  return { jids, listing: { resource: 'cmd', method: 'get_cmds', kwarg: { fun }, key: ['jid'] } };
}

requirement(
  'raas.cmd.pages',
  {
    level: 'must',
    text: 'The pages of get_cmds have every command once, and its count is that of all.',
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
    confidence: 'documented',
    needs: ['minion'],
  },
  async ({ target }) => {
    await expectPaging(target.caller, (await ownCommands(target)).listing);
  },
);

requirement(
  'raas.cmd.sorted',
  {
    ...FILTER,
    text: 'get_cmds gives the newest first, the oldest where reverse is false.',
  },
  async ({ target }) => {
    const { jids, listing } = await ownCommands(target);
    const jidsBy = async (more: object) =>
      (await list(target.caller, listing, { ...more })).results.map(
        (row) => (row as { jid: string }).jid,
      );
    expect(await jidsBy({})).toEqual(jids.toReversed());
    expect(await jidsBy({ reverse: false })).toEqual(jids);
    await expectReversed(target.caller, listing, 'start_time');
  },
);

requirement(
  'raas.cmd.sort-by-unknown',
  {
    level: 'should',
    text: 'get_cmds refuses to sort by what commands do not have.',
    source: { inferred: 'the schema of the method lists what it can sort by' },
    confidence: 'inferred',
  },
  async ({ target }) => {
    expectError(await target.rpc('cmd', 'get_cmds', { sort_by: 'saltproof' }));
  },
);

requirement(
  'raas.cmd.details',
  {
    ...CLIENT,
    text: 'get_cmd_details tells of each minion whether it has returned, and without errors.',
    needs: ['minion'],
  },
  async ({ target }) => {
    const { minion, master } = target.minion;
    const jid = await run(target);
    const { count, results } = await target.reply('cmd', 'get_cmd_details', { jid });
    expect(count).toBe(1);
    expect(results).toMatchObject([
      { minion_id: minion, master_id: master, has_return: true, has_errors: false },
    ]);
  },
);

requirement(
  'raas.cmd.details-filters',
  {
    ...FILTER,
    text: 'get_cmd_details finds minions by their id, their master, their return and their errors.',
  },
  async ({ target }) => {
    const { minion, master } = target.minion;
    const jid = await run(target, { fun: ownFunction(target) });
    const found = async (filters: object) =>
      (await target.reply('cmd', 'get_cmd_details', { jid, ...filters })).count;
    for (const [fits, differs] of [
      [{ minion_id: minion }, { minion_id: 'saltproof nobody' }],
      [{ minion_id_exact: minion }, { minion_id_exact: `${minion}x` }],
      [{ master_id: master }, { master_id: 'saltproof nothing' }],
      [{ has_return: true }, { has_return: false }],
      [{ has_errors: true }, { has_errors: false }],
    ] as const) {
      expect(await found(fits)).toBe(1);
      expect(await found(differs)).toBe(0);
    }
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

for (const cmd of ['runner', 'wheel'] as const)
  requirement(
    `raas.cmd.${cmd}-refused`,
    {
      level: 'should',
      text: `A user without the permission cmd-${cmd}-run cannot run a ${cmd}.`,
      source: { documented: DOCUMENTS.permissions, inferred: 'the name of the permission' },
      confidence: 'inferred',
      needs: ['limited user', 'master'],
    },
    async ({ target }) => {
      const given = { cmd, fun: 'test.arg', masters: ['*'] };
      expectError(await target.as('limited').rpc('cmd', 'route_cmd', given));
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

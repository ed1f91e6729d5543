import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { commandsOf, NO_JID, ownFunction, run } from './own-commands.ts';
import { expectPaging, expectReversed, list } from './paging.ts';
import { expectError } from './refusals.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { NO_UUID } from './stored.ts';

const CLIENT = {
  level: 'must',
  source: { client: [CLIENTS.powershell, CLIENTS.powercli, CLIENTS.samples] },
  confidence: 'client',
} as const;

const FILTER = {
  level: 'should',
  source: { client: [CLIENTS.mcp, CLIENTS.powershell] },
  confidence: 'client',
  needs: ['minion'],
} as const;

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
  ['target', 'the target group', { tgt_uuid: null }, { tgt_uuid: NO_UUID }],
  ['job', 'the job', { job_uuid: null }, { job_uuid: NO_UUID }],
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

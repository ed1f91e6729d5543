import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { expectPaging, expectReversed, list } from './paging.ts';
import { savePolicy } from './policies.ts';
import { expectError } from './refusals.ts';
import { CLIENTS } from './sources.ts';
import { NO_UUID } from './stored.ts';

const CLIENT = {
  level: 'should',
  source: { client: [CLIENTS.mcp] },
  confidence: 'client',
} as const;

const INFERRED = {
  level: 'should',
  source: { inferred: 'the names of the parameters of the method' },
  confidence: 'inferred',
} as const;

const WRITES = { needs: ['writes', 'superuser'] } as const;

const ADVISORIES = { resource: 'vman', method: 'get_advisories' };

/** Those that came with the content: imports may bring others meanwhile. */
const SUPPORTED = { ...ADVISORIES, kwarg: { advisory_type: 'supported' } };

requirement(
  'raas.vman.ping',
  { ...CLIENT, text: 'vman.ping answers a boolean.' },
  async ({ target }) => expect(await target.ret('vman', 'ping')).toBe(true),
);

requirement(
  'raas.vman.content-stats',
  {
    ...CLIENT,
    text: 'vman.get_content_stats names the file of the advisories, and when it came in.',
  },
  async ({ target }) => {
    const stats = await target.reply('vman', 'get_content_stats');
    expect(stats.file_name).not.toBe('');
    expect(stats.creation_date <= stats.ingest_date).toBe(true);
  },
);

requirement(
  'raas.vman.download-content',
  {
    ...INFERRED,
    source: { inferred: 'the same method of sec, which is documented' },
    // It fetches content from its vendor.
    needs: ['writes', 'superuser', 'tellable clock'],
    text: 'vman.download_content takes advisories in, later than those before.',
  },
  async ({ target }) => {
    const before = await target.reply('vman', 'get_content_stats');
    await target.reply('vman', 'download_content', { auto_ingest: true });
    const after = await target.reply('vman', 'get_content_stats');
    expect(after.ingest_date > before.ingest_date).toBe(true);
  },
);

requirement(
  'raas.vman.advisories-pages',
  { ...CLIENT, text: 'The pages of vman.get_advisories have each advisory once.' },
  ({ target }) => expectPaging(target.caller, SUPPORTED),
);

requirement(
  'raas.vman.advisories-sort',
  { ...CLIENT, text: 'vman.get_advisories turns its order round with reverse.' },
  ({ target }) => expectReversed(target.caller, SUPPORTED, 'advisory_id'),
);

requirement(
  'raas.vman.advisories-filters',
  {
    ...INFERRED,
    text: 'vman.get_advisories finds an advisory by its id, and by whether it is supported.',
  },
  async ({ target }) => {
    const { results } = await list(target.caller, ADVISORIES, { limit: 1 });
    const advisory_id = field(results[0], 'advisory_id');
    const found = await list(target.caller, ADVISORIES, { advisory_id, limit: 0 });
    expect(found.results.map((row) => field(row, 'advisory_id'))).toContain(advisory_id);
    const nothing = await list(target.caller, ADVISORIES, { advisory_id: 'saltproof-nothing' });
    expect(nothing.results).toEqual([]);
    // In one request, for imports may bring others.
    const { ret } = await target.batch(
      [null, 'supported', 'unsupported', 'unmatched'].map((advisory_type) => ({
        ...ADVISORIES,
        given: { advisory_type, limit: 1 },
      })),
    );
    const [all, ...counts] = ret.map((answer) => Number(field(answer.ret, 'count')));
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(all);
  },
);

requirement(
  'raas.vman.state-link',
  {
    ...INFERRED,
    source: { client: [CLIENTS.mcp], inferred: 'the names of the parameters of the methods' },
    ...WRITES,
    text: 'A state file that is linked to an advisory of a policy finds that advisory, until the link is deleted.',
  },
  async ({ target }) => {
    const path = `/${target.unique('state')}.sls`;
    const state_file_uuid = await target.save('fs', 'save_file', {
      saltenv: 'base',
      path,
      contents: '{}\n',
    });
    const policy_uuid = await savePolicy(target, 'vman');
    const { results } = await list(target.caller, ADVISORIES, { limit: 1 });
    const advisory_id = field(results[0], 'advisory_id');
    const link = { policy_uuid, advisory_id, state_file_uuid, link_to_policy: true };
    const advisory_state_xref_uuid = await target.save('vman', 'save_advisory_state_link', link);
    const linked = () => list(target.caller, ADVISORIES, { advisory_state_xref_uuid });
    expect((await linked()).results.map((row) => field(row, 'advisory_id'))).toEqual([advisory_id]);
    const given = { advisory_state_xref_uuid };
    await target.reply('vman', 'delete_advisory_state_link', given);
    expect((await linked()).results).toEqual([]);
    expectError(await target.rpc('vman', 'delete_advisory_state_link', given));
    for (const unknown of [{ advisory_id: 'saltproof-nothing' }, { state_file_uuid: NO_UUID }])
      expectError(await target.rpc('vman', 'save_advisory_state_link', { ...link, ...unknown }));
  },
);

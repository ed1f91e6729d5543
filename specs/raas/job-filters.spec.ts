import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { jobsWith, NO_UUID, saveJob, saveTarget } from './stored.ts';
import { expectError } from './refusals.ts';

const DOCUMENTED = {
  level: 'must',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
  confidence: 'documented',
} as const;

/** What finds some of three jobs, by filter. */
const FILTERS: readonly (readonly [
  name: string,
  text: string,
  given: (own: { readonly desc: string; readonly tgt_uuid: string }) => object,
  found: readonly string[],
])[] = [
  ['desc', 'by a text in their desc', ({ desc }) => ({ desc }), ['a']],
  ['cmd', 'by their client', () => ({ cmd: 'runner' }), ['c']],
  ['fun', 'by their function', () => ({ fun: 'test.version' }), ['b']],
  ['tgt', 'by the uuid of their target', ({ tgt_uuid }) => ({ tgt_uuid }), ['b']],
  [
    'no-tgt',
    'that have no target, beside those of a target, with include_no_tgt_jobs',
    ({ tgt_uuid }) => ({ tgt_uuid, include_no_tgt_jobs: true }),
    ['b', 'c'],
  ],
  ['masters', 'by their masters', () => ({ masters: ['saltproof-master'] }), ['c']],
];

for (const [filter, text, given, found] of FILTERS)
  requirement(
    `raas.job.filter-${filter}`,
    {
      level: filter === 'masters' ? 'may' : 'must',
      text: `get_jobs finds jobs ${text}.`,
      source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
      confidence: 'documented',
      needs: ['writes'],
    },
    async ({ target }) => {
      const name = target.unique('job');
      const desc = target.unique('desc');
      const tgt_uuid = await saveTarget(target);
      const masters = ['saltproof-master'];
      await saveJob(target, { name: `${name}-a`, desc: `Jobs of ${desc} alone` });
      await saveJob(target, { name: `${name}-b`, fun: 'test.version', tgt_uuid });
      const onMaster = { cmd: 'runner', fun: 'test.arg', tgt_uuid: null };
      await saveJob(target, {
        ...onMaster,
        name: `${name}-c`,
        ...(filter === 'masters' && { masters }),
      });
      const jobs = await jobsWith(target, { name, sort_by: 'name', ...given({ desc, tgt_uuid }) });
      expect(jobs.map((job) => job.name)).toEqual(found.map((end) => `${name}-${end}`));
    },
  );

for (const sort_by of ['desc', 'cmd', 'fun'] as const)
  requirement(
    `raas.job.sort-by-${sort_by}`,
    { ...DOCUMENTED, text: `job.get_jobs sorts by ${sort_by}.`, needs: ['writes'] },
    async ({ target }) => {
      const name = target.unique('job');
      for (const [at, cmd] of ['runner', 'wheel', 'cloud'].entries()) {
        const fields = { cmd, desc: cmd, fun: `test.${cmd}`, tgt_uuid: null };
        await saveJob(target, { ...fields, name: `${name}-${at}` });
      }
      const sorted = await jobsWith(target, { name, sort_by });
      expect(sorted.map(({ cmd }) => cmd)).toEqual(['cloud', 'runner', 'wheel']);
    },
  );

requirement(
  'raas.job.by-role',
  {
    level: 'should',
    text: 'Who is no administrator may not ask for the jobs of a role.',
    source: { documented: DOCUMENTS.reference, inferred: 'role_uuid is for administrators only' },
    confidence: 'inferred',
    needs: ['limited user'],
  },
  async ({ target }) => {
    const given = { role_uuid: NO_UUID };
    expectError(await target.as('limited').rpc('job', 'get_jobs', given));
  },
);

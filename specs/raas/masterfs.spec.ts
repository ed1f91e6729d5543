import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { DOCUMENTS } from './sources.ts';
import { expectError } from './refusals.ts';

const INFERRED = {
  level: 'should',
  source: { documented: DOCUMENTS.reference, inferred: 'lists come with a count and results' },
  confidence: 'inferred',
} as const;

requirement(
  'raas.masterfs.list',
  { ...INFERRED, text: 'get_masterfs counts the files of masters, and gives a page of them.' },
  async ({ target }) => {
    const { count } = await target.reply('masterfs', 'get_masterfs', { limit: 1 });
    const { results } = await target.reply('masterfs', 'get_masterfs', { limit: 1, page: 0 });
    expect(results).toHaveLength(Math.min(count, 1));
  },
);

requirement(
  'raas.masterfs.filter-file',
  { ...INFERRED, text: 'get_masterfs finds the files of a name, and none where no file has it.' },
  async ({ target }) => {
    const none = await target.reply('masterfs', 'get_masterfs', { file: 'saltproof-no-file' });
    expect(none).toMatchObject({ count: 0, results: [] });
    const { results } = await target.reply('masterfs', 'get_masterfs', { limit: 1 });
    for (const { file } of results) {
      const found = await target.reply('masterfs', 'get_masterfs', { file, limit: 0 });
      expect(found.results.map((row) => row.file)).toContain(file);
    }
  },
);

requirement(
  'raas.masterfs.filter-master',
  { ...INFERRED, text: 'get_masterfs gives no file of a master that there is not.' },
  async ({ target }) => {
    const given = { master_id: 'saltproof-no-master' };
    const none = await target.reply('masterfs', 'get_masterfs', given);
    expect(none).toMatchObject({ count: 0, results: [] });
  },
);

requirement(
  'raas.masterfs.sort-by-file',
  { ...INFERRED, text: 'get_masterfs sorts by file, and backwards with reverse.' },
  async ({ target }) => {
    const sorted = await filesBy(false);
    expect(await filesBy(true)).toEqual(sorted.toReversed());

    async function filesBy(reverse: boolean): Promise<string[]> {
      const given = { sort_by: 'file', reverse, limit: 0 };
      const { results } = await target.reply('masterfs', 'get_masterfs', given);
      return results.map(({ file }) => file);
    }
  },
);

requirement(
  'raas.masterfs.refused',
  {
    level: 'should',
    text: 'Who has few rights does not see the files of masters.',
    source: {
      documented: DOCUMENTS.permissions,
      inferred: 'there are permissions for them alone',
    },
    confidence: 'inferred',
    needs: ['limited user'],
  },
  async ({ target }) => {
    expectError(await target.as('limited').rpc('masterfs', 'get_masterfs'));
  },
);

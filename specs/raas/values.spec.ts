import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { expectProperty } from '../models/expect-property.ts';
import { anyJson, anyObject, anyText } from '../models/rpc-values.ts';
import { requirement } from '../requirement.ts';
import { jobsWith, pillarsWith, saveJob, savePillar, saveTarget, targetsWith } from './stored.ts';

/** Things that are saved, looked at and deleted a requirement. */
const RUNS = 20;

const ARBITRARY = {
  level: 'should',
  source: {
    inferred: 'what is saved is what is found again, and JSON and texts are all they hold',
  },
  confidence: 'inferred',
  needs: ['writes'],
} as const;

requirement(
  'raas.values.pillar',
  {
    ...ARBITRARY,
    text: 'A pillar of any JSON is found again as it was saved, until it is deleted.',
  },
  async ({ target }) => {
    const property = fc.asyncProperty(anyObject, async (pillar) => {
      const pillar_uuid = await savePillar(target, { pillar });
      const found = await pillarsWith(target, { pillar_uuid });
      expect(found.map((stored) => stored.pillar)).toEqual([pillar]);
      await target.ret('pillar', 'delete_pillar', { pillar_uuid });
    });
    await expectProperty(property, RUNS);
  },
);

requirement(
  'raas.values.job',
  {
    ...ARBITRARY,
    text: 'A job with arguments of any JSON and any desc is found again as it was saved, until it is deleted.',
  },
  async ({ target }) => {
    const positional = fc.array(anyJson, { maxLength: 5 });
    const property = fc.asyncProperty(positional, anyText, async (arg, desc) => {
      const job_uuid = await saveJob(target, { arg: { arg, kwarg: {} }, desc });
      const [job] = await jobsWith(target, { job_uuid });
      expect([job?.arg['arg' as never], job?.desc]).toEqual([arg, desc]);
      await target.ret('job', 'delete_job', { job_uuid });
    });
    await expectProperty(property, RUNS);
  },
);

requirement(
  'raas.values.target',
  {
    ...ARBITRARY,
    text: 'A target group of any name, desc and expression is found again as it was saved, until it is deleted.',
  },
  async ({ target }) => {
    const property = fc.asyncProperty(anyText, anyText, anyText, async (end, desc, tgt) => {
      const name = `${target.unique('target')}${end.slice(0, 20)}`;
      const fields = { name, desc, tgt: { '*': { tgt, tgt_type: 'glob' } } };
      const tgt_uuid = await saveTarget(target, fields);
      const found = await targetsWith(target, { tgt_uuid });
      expect(
        found.map((group) => ({ name: group.name, desc: group.desc, tgt: group.tgt })),
      ).toEqual([fields]);
      await target.ret('tgt', 'delete_target_group', { tgt_uuid });
    });
    await expectProperty(property, RUNS);
  },
);

/** Bytes of any kind, none and many too. */
const anyBytes = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));

for (const [what, contents, content_type] of [
  ['text', anyText, 'text/plain'],
  ['bytes', anyBytes.map((bytes) => bytes.toString('base64')), 'binary/octet-stream'],
] as const)
  requirement(
    `raas.values.file-${what}`,
    {
      ...ARBITRARY,
      text: `A file of any ${what} is found again as it was saved, until it is deleted.`,
    },
    async ({ target }) => {
      const property = fc.asyncProperty(contents, async (saved) => {
        const place = { saltenv: 'base', path: `/${target.unique('file')}` };
        target.undo({ resource: 'fs', method: 'delete_file', given: place });
        await target.ret('fs', 'save_file', { ...place, contents: saved, content_type });
        expect((await target.reply('fs', 'get_file', place)).contents).toBe(saved);
        await target.ret('fs', 'delete_file', place);
        expect(await target.ret('fs', 'file_exists', place)).toBe(false);
      });
      await expectProperty(property, RUNS);
    },
  );

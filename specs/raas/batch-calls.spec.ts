import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { expectProperty } from '../models/expect-property.ts';
import { anyText } from '../models/rpc-values.ts';
import { requirement } from '../requirement.ts';
import type { RpcCall } from '../target/raas/rpc-call.ts';
import { saidBy } from './alike.ts';
import { NO_UUID, pillarsWith, savePillar } from './stored.ts';

/** Calls whose answers nobody else changes: some succeed, others fail. */
const anyCall: fc.Arbitrary<RpcCall> = fc.oneof(
  anyText.map((message) => ({ resource: 'test', method: 'echo', given: { message } })),
  anyText.map((message) => ({ resource: 'test', method: 'echo', given: [message] })),
  fc.constantFrom<RpcCall>(
    { resource: 'test', method: 'error' },
    { resource: 'test', method: 'warnings' },
    { resource: 'test', method: 'echo' },
    { resource: 'test', method: 'saltproof_nothing' },
    { resource: 'saltproof_nothing', method: 'echo' },
    { resource: 'api', method: 'discover', given: { include: ['constants'] } },
    { resource: 'fs', method: 'get_file', given: { saltenv: 'base', path: '/saltproof-nothing' } },
    { resource: 'fs', method: 'file_exists', given: { file_uuid: NO_UUID } },
    { resource: 'tgt', method: 'get_target_group_minions', given: { tgt_uuid: NO_UUID } },
    { resource: 'job', method: 'get_jobs', given: { name: 'saltproof-nothing' } },
    { resource: 'pillar', method: 'get_pillars', given: { limit: -2 } },
  ),
);

requirement(
  'raas.batch.any-calls',
  {
    level: 'should',
    text: 'Whatever calls come in one list: each is answered as it is alone.',
    source: {
      inferred: 'the bridge allows several calls in a payload; nothing says that they differ',
    },
    confidence: 'inferred',
  },
  async ({ target }) => {
    const property = fc.asyncProperty(
      fc.array(anyCall, { minLength: 1, maxLength: 8 }),
      async (calls) => {
        const together = (await target.batch(calls)).ret;
        expect(together).toHaveLength(calls.length);
        for (const [at, { resource, method, given }] of calls.entries()) {
          const alone = await target.rpc(resource, method, given);
          const answer = together[at];
          expect(answer && saidBy(answer)).toEqual(saidBy(alone));
          expect(answer?.warnings).toEqual(alone.warnings);
        }
      },
    );
    await expectProperty(property, 25);
  },
);

requirement(
  'raas.batch.in-order',
  {
    level: 'should',
    text: 'A call of a list sees what the calls before it have saved and deleted.',
    source: { inferred: 'clients match answers to calls by their place' },
    confidence: 'inferred',
    needs: ['writes'],
  },
  async ({ target }) => {
    const pillar_uuid = await savePillar(target, { pillar: { a: 1 } });
    const [stored] = await pillarsWith(target, { pillar_uuid });
    const given = { pillar_uuid, name: stored?.name, pillar: { a: 2 }, pillar_type: 'json' };
    const get = { resource: 'pillar', method: 'get_pillars', given: { pillar_uuid } } as const;
    const { ret } = await target.batch([
      get,
      { resource: 'pillar', method: 'save_pillar', given },
      get,
      { resource: 'pillar', method: 'delete_pillar', given: { pillar_uuid } },
    ]);
    expect(ret.map(({ error }) => error)).toEqual([null, null, null, null]);
    expect(ret[0]?.ret).toMatchObject({ results: [{ pillar: { a: 1 } }] });
    expect(ret[2]?.ret).toMatchObject({ results: [{ pillar: { a: 2 } }] });
    expect(await pillarsWith(target, { pillar_uuid })).toEqual([]);
  },
);

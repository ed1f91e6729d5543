import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { expectProperty } from '../models/expect-property.ts';
import { requirement } from '../requirement.ts';
import type { RpcCall } from '../target/raas/rpc-call.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';

const source = { documented: DOCUMENTS.api, client: [CLIENTS.official] };

const ERROR: RpcCall = { resource: 'test', method: 'error' };

function echo(message: string): RpcCall {
  return { resource: 'test', method: 'echo', given: { message } };
}

requirement(
  'raas.batch.order',
  {
    level: 'must',
    text: 'A list of calls is answered by a list of answers under ret, in the order of the calls.',
    source,
    confidence: 'client',
  },
  async ({ target }) => {
    const { ret } = await target.batch(['a', 'b', 'c'].map(echo));
    expect(ret.map((answer) => answer.ret)).toEqual(['a', 'b', 'c']);
  },
);

requirement(
  'raas.batch.riqs',
  {
    level: 'must',
    text: 'Each answer of a batch has the riq of its call.',
    source,
    confidence: 'client',
  },
  async ({ target }) => {
    const calls = [31, 7, 19].map((riq) => ({
      riq,
      resource: 'test',
      method: 'echo',
      kwarg: { message: String(riq) },
    }));
    const { ret } = target.shape(await target.caller.post(calls), 'rpc-batch');
    expect(ret.map(({ riq }) => riq)).toEqual([31, 7, 19]);
  },
);

requirement(
  'raas.batch.errors',
  {
    level: 'must',
    text: 'A call of a batch that fails has its error in its own answer, and HTTP says 200.',
    source,
    confidence: 'client',
  },
  async ({ target }) => {
    const { ret } = await target.batch([echo('a'), ERROR, echo('b')]);
    expect(ret).toHaveLength(3);
    expect(ret[0]).toMatchObject({ ret: 'a', error: null });
    expect(ret[1]?.error).not.toBe(null);
  },
);

requirement(
  'raas.batch.independent',
  {
    level: 'should',
    text: 'A call of a batch that fails stops none of those after it.',
    source: { inferred: 'clients match answers to calls by their place' },
    confidence: 'inferred',
  },
  async ({ target }) => {
    const { ret } = await target.batch([ERROR, echo('after')]);
    expect(ret[1]).toMatchObject({ ret: 'after', error: null });
  },
);

requirement(
  'raas.batch.retcode',
  {
    level: 'may',
    text: 'batched_retcode is 0 where every call of a batch succeeds, and something else where one fails.',
    source: { inferred: 'the name; what the number means nobody says' },
    confidence: 'unknown',
  },
  async ({ target }) => {
    expect((await target.batch([echo('a'), echo('b')])).batched_retcode).toBe(0);
    expect((await target.batch([echo('a'), ERROR])).batched_retcode).not.toBe(0);
  },
);

requirement(
  'raas.batch.as-one-by-one',
  {
    level: 'should',
    text: 'Whatever calls stand in a batch, each is answered as it is alone.',
    source: {
      inferred: 'the bridge allows several calls in a payload; nothing says that they differ',
    },
    confidence: 'inferred',
  },
  async ({ target }) => {
    const call = fc.oneof(
      fc.string().map(echo),
      fc.constant(ERROR),
      fc.constant<RpcCall>({ resource: 'test', method: 'saltproof_nothing' }),
      fc.constant<RpcCall>({ resource: 'test', method: 'echo' }),
      fc.constant<RpcCall>({ resource: 'test', method: 'warnings' }),
    );
    const calls = fc.array(call, { minLength: 1, maxLength: 6 });
    const property = fc.asyncProperty(calls, async (batch) => {
      const together = (await target.batch(batch)).ret;
      expect(together).toHaveLength(batch.length);
      for (const [at, { resource, method, given }] of batch.entries()) {
        const alone = await target.rpc(resource, method, given);
        expect(together[at]?.ret).toEqual(alone.ret);
        expect(together[at]?.error?.code).toBe(alone.error?.code);
        expect(together[at]?.warnings).toEqual(alone.warnings);
      }
    });
    await expectProperty(property, target.options.kind === 'server' ? 3 : 20);
  },
);

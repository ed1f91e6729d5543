import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import type { Target } from '../target/target.ts';
import type { Chunk } from '../target/user.ts';
import { everyModule } from './every-module.ts';
import { expectFailure } from './expect-said.ts';
import { NOT_OF_WSGI } from './reasons.ts';

const source = { documented: 'netapi, runner client', observed: EVERY_LINE };

/** Expects a runner call to be answered with just this, as JSON. */
async function expectReturn(target: Target, call: Chunk, returned: string): Promise<void> {
  const reply = await target.lowstate({ client: 'runner', ...call });
  expect([reply.status, reply.body]).toEqual([200, `{"return": [${returned}]}`]);
}

everyModule(
  'runner.bare-return',
  {
    level: 'must',
    text: 'runner answers what the function returned, bare, with lists of positional and keyword arguments kept apart.',
    source,
    needs: ['runner'],
  },
  async ({ target }) => {
    await expectReturn(
      target,
      { fun: 'test.arg', arg: [1, 'two'], kwarg: { k: 'v' } },
      '{"args": [1, "two"], "kwargs": {"k": "v"}}',
    );
  },
);

everyModule(
  'runner.loose-keys',
  {
    level: 'must',
    text: 'Keys of a runner chunk that are neither credentials nor part of the call are keyword arguments.',
    source,
    needs: ['runner'],
  },
  async ({ target }) => {
    await expectReturn(
      target,
      { fun: 'test.metasyntactic', locality: 'uk' },
      '["wibble", "wobble", "wubble", "flob"]',
    );
  },
);

everyModule(
  'runner.arg-is-yaml',
  {
    level: 'should',
    text: 'Texts in the arg of a runner are read as YAML, name=value among them is a keyword argument, and a jid stays a text.',
    source: { observed: EVERY_LINE },
    needs: ['runner'],
  },
  async ({ target }) => {
    await expectReturn(
      target,
      { fun: 'test.arg', arg: ['3', '[a, 1]', 'k=true', '20240102030405678901'] },
      '{"args": [3, ["a", 1], "20240102030405678901"], "kwargs": {"k": true}}',
    );
  },
);

everyModule(
  'runner.scalar-arg',
  {
    level: 'should',
    text: 'An arg that is no list is taken for a list of one.',
    source,
    needs: ['runner'],
    except: {
      tornado: 'It makes a list of arg only where the chunk stands in no list.',
      wsgi: 'It takes arg as it comes, and what is no list is no list.',
    },
  },
  async ({ target }) => {
    await expectReturn(target, { fun: 'test.arg', arg: 7 }, '{"args": [7], "kwargs": {}}');
  },
);

everyModule(
  'runner.unknown-keywords',
  {
    level: 'should',
    text: 'Keyword arguments that the function does not take are dropped without a word.',
    source: { observed: EVERY_LINE },
    needs: ['runner'],
  },
  async ({ target }) => {
    await expectReturn(
      target,
      { fun: 'test.metasyntactic', locality: 'uk', nonsense: 1 },
      '["wibble", "wobble", "wubble", "flob"]',
    );
  },
);

everyModule(
  'runner.full-return',
  {
    level: 'must',
    text: 'runner with full_return answers the event that ends the call: its data first, then its tag.',
    source,
    needs: ['runner'],
    except: { wsgi: NOT_OF_WSGI.manual },
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'runner',
      fun: 'test.arg',
      arg: [1],
      kwarg: { k: 2 },
      full_return: true,
    });
    const [{ data, tag }] = target.shape(reply, 'runner-event').return;
    expect(tag).toBe(`salt/run/${data.jid}/ret`);
    expect(data.fun).toBe('runner.test.arg');
    expect(data.fun_args).toEqual([1, { k: 2 }]);
    expect(data.return).toEqual({ args: [1], kwargs: { k: 2 } });
    expect(data.success).toBe(true);
    expect(Object.keys(data)).toEqual([
      'fun',
      'jid',
      'user',
      'fun_args',
      '_stamp',
      'return',
      'success',
    ]);
  },
);

everyModule(
  'runner.two-chunks',
  {
    level: 'must',
    text: 'Several runner chunks are answered in their order; one that fails is all that is told.',
    source,
    needs: ['runner'],
    except: {
      tornado: 'A chunk that fails is a text among its returns, and those after it are run.',
    },
  },
  async ({ target }) => {
    const good = { client: 'runner', fun: 'test.metasyntactic', locality: 'uk' };
    const both = await target.lowstate([{ client: 'runner', fun: 'test.arg' }, good]);
    expect(both.body).toBe(
      '{"return": [{"args": [], "kwargs": {}}, ["wibble", "wobble", "wubble", "flob"]]}',
    );
    const broken = await target.lowstate([good, { client: 'runner', fun: 'nosuch.fun' }]);
    expectFailure(target, broken);
  },
);

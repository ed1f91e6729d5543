import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { everyModule } from './every-module.ts';
import { runOnMinion } from './run-on-minion.ts';

const documented = 'Salt execution modules, test; LocalClient.cmd';
const source = { documented, observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

/** The keys of the publish that every line passes to functions with **kwargs. */
const PUBLISHED = ['fun', 'arg', 'tgt', 'jid', 'ret', 'tgt_type', 'user'].map(
  (key) => `__pub_${key}`,
);

/** The names of the keyword arguments that a function is given which was called without any. */
async function keysOfPublish(target: Target): Promise<string[]> {
  const reply = await target.lowstate({ client: 'local', tgt: target.minion, fun: 'test.kwarg' });
  const [returned] = target.shape(reply, 'published-kwargs-return').return;
  return Object.keys(returned[target.minion] ?? {});
}

everyModule(
  'arguments.published',
  {
    level: 'should',
    text: 'A function with **kwargs is told of the publish in seven __pub_ keys.',
    source: observed,
    needs,
    until: '3007',
  },
  async ({ target }) => {
    expect(await keysOfPublish(target)).toEqual(PUBLISHED);
  },
);

everyModule(
  'arguments.published-with-resources',
  {
    level: 'should',
    text: 'A function with **kwargs is told of the publish in ten __pub_ keys, three of them about resources.',
    source: { observed: ['3008.3'] },
    needs,
    since: '3008',
  },
  async ({ target }) => {
    expect(await keysOfPublish(target)).toEqual([
      ...PUBLISHED,
      '__pub_resource_targets',
      '__pub_pure_resource_target',
      '__pub_minion_is_target',
    ]);
  },
);

everyModule(
  'arguments.metadata',
  {
    level: 'should',
    text: 'The metadata of a chunk reaches a function with **kwargs as __pub_metadata.',
    source,
    needs,
  },
  async ({ target }) => {
    const kwargs = await runOnMinion(target, 'test.kwarg', [], { metadata: { who: ['me', 1] } });
    expect(field(kwargs, '__pub_metadata')).toEqual({ who: ['me', 1] });
  },
);

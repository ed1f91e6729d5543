import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { runOnMinion } from './run-on-minion.ts';

const documented = 'Salt execution modules, test; LocalClient.cmd';
const source = { documented, observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

/** The keys of the publish that every line passes to functions with **kwargs. */
const PUBLISHED = ['fun', 'arg', 'tgt', 'jid', 'ret', 'tgt_type', 'user'].map(
  (key) => `__pub_${key}`,
);

requirement(
  'cherrypy.arguments.published',
  {
    level: 'should',
    text: 'A function with **kwargs is told of the publish in seven __pub_ keys.',
    source: observed,
    needs,
    until: '3007',
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'local',
      tgt: target.minion,
      fun: 'test.kwarg',
    });
    const kwargs = target.shape(reply, 'published-kwargs-return').return[0][target.minion];
    expect(Object.keys(kwargs ?? {})).toEqual(PUBLISHED);
  },
);

requirement(
  'cherrypy.arguments.published-with-resources',
  {
    level: 'should',
    text: 'A function with **kwargs is told of the publish in ten __pub_ keys, three of them about resources.',
    source: { observed: ['3008.3'] },
    needs,
    since: '3008',
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'local',
      tgt: target.minion,
      fun: 'test.kwarg',
    });
    const kwargs = target.shape(reply, 'published-kwargs-return').return[0][target.minion];
    expect(Object.keys(kwargs ?? {})).toEqual([
      ...PUBLISHED,
      '__pub_resource_targets',
      '__pub_pure_resource_target',
      '__pub_minion_is_target',
    ]);
  },
);

requirement(
  'cherrypy.arguments.metadata',
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

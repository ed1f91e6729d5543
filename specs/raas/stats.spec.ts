import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { CLIENTS } from './sources.ts';
import { expectError } from './refusals.ts';

const DAY = 86_400;

requirement(
  'raas.stats.queue-sizes',
  {
    level: 'should',
    text: 'The sizes of the queues are told by their names.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
  },
  async ({ target }) => {
    const sizes = await target.reply('stats', 'get_queue_sizes');
    expect(Math.min(...Object.values(sizes))).toBeGreaterThanOrEqual(0);
  },
);

for (const [method, text] of [
  ['db_health', 'Whether the database can be used is told to whoever asks.'],
  ['null', 'What does nothing succeeds.'],
] as const)
  requirement(
    `raas.stats.${method.replace('_', '-')}`,
    { level: 'may', text, source: { client: [CLIENTS.mcp] }, confidence: 'client' },
    async ({ target }) => {
      expect((await target.rpc('stats', method)).error).toBe(null);
    },
  );

requirement(
  'raas.stats.metrics',
  {
    level: 'should',
    text: 'A metric is given as a series of numbers with times, for each source that it has.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
  },
  async ({ target }) => {
    const metric = 'raas_rpc_request_count';
    const sources = await target.reply('stats', 'get_system_metric_sources', { metric });
    const { results } = await target.reply('stats', 'get_system_metrics', { metrics: [metric] });
    const names = results.map(({ name }) => name);
    expect(names.toSorted()).toEqual(sources.map((source) => `${metric}-${source}`).toSorted());
  },
);

requirement(
  'raas.stats.metrics-order',
  {
    level: 'should',
    text: 'The values of a series come in the order of their times, and the other way round with reverse.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
  },
  async ({ target }) => {
    const metrics = ['raas_rpc_request_count'];
    const timesOf = async (reverse: boolean): Promise<string[][]> => {
      const asked = { metrics, reverse };
      const { results } = await target.reply('stats', 'get_system_metrics', asked);
      return results.map(({ series }) => series.map(({ name }) => name));
    };
    for (const times of await timesOf(false)) expect(times).toEqual(times.toSorted());
    for (const times of await timesOf(true)) expect(times).toEqual(times.toSorted().toReversed());
  },
);

requirement(
  'raas.stats.metrics-of-sources',
  {
    level: 'should',
    text: 'A metric is given for those sources alone that are asked for.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
    needs: ['master'],
  },
  async ({ target }) => {
    const metrics = ['sse_minions'];
    const [source = ''] = await target.reply('stats', 'get_system_metric_sources', {
      metric: 'sse_minions',
    });
    for (const [sources, names] of [
      [[source], [`sse_minions-${source}`]],
      [['saltproof-nowhere'], []],
    ] as const) {
      const { results } = await target.reply('stats', 'get_system_metrics', { metrics, sources });
      expect(results.map(({ name }) => name)).toEqual(names);
    }
  },
);

const WRONG: readonly (readonly [what: string, text: string, given: object])[] = [
  ['unknown-metric', 'a metric that there is not', { metrics: ['saltproof_metric'] }],
  [
    'three-of-a-span',
    'a span by its start, its end and its length',
    {
      daterange: { start: '2024-01-01T00:00:00', end: '2024-01-01T01:00:00', timedelta: DAY },
    },
  ],
  ['no-length', 'a span that has no length', { daterange: { timedelta: 0 } }],
];

for (const [what, text, given] of WRONG)
  requirement(
    `raas.stats.${what}`,
    {
      level: 'should',
      text: `Who asks for ${text} gets an error.`,
      source: { client: [CLIENTS.mcp], inferred: 'the method says what may be asked for' },
      confidence: 'inferred',
    },
    async ({ target }) => {
      expectError(await target.rpc('stats', 'get_system_metrics', { ...given }));
    },
  );

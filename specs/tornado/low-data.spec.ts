import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Chunk } from '../target/user.ts';
import { ANSWER, expectUnknownClient, GOOD, returnsOf, UNEXPECTED } from './low-data.ts';

const observed = { observed: EVERY_LINE };
const documented = { documented: 'rest_tornado, POST /', observed: EVERY_LINE };
const needs = ['runner'] as const;

requirement(
  'tornado.low-data.order',
  {
    level: 'must',
    text: 'Chunks are run one after the other, and their returns stand in their order.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const chunks = ['a', 'b', 'c'].map((word) => ({ ...GOOD, arg: [word] }));
    expect(await returnsOf(target, ...chunks)).toEqual(
      ['a', 'b', 'c'].map((word) => ({ args: [word], kwargs: {} })),
    );
  },
);

for (const client of [
  'wheel',
  'wheel_async',
  'ssh',
  'local_batch',
  'local_subset',
  'runner_sync',
  'Local',
  '',
]) {
  requirement(
    `tornado.low-data.no-${client === '' ? 'name' : client.toLowerCase().replace('_', '-')}${client === 'Local' ? '-in-capitals' : ''}`,
    {
      level: 'should',
      text: `There is no client "${client}": 400, in a sentence that is plain text and said to be HTML.`,
      source: observed,
    },
    async ({ target }) => {
      expectUnknownClient(await target.lowstate({ ...GOOD, client }));
    },
  );
}

requirement(
  'tornado.low-data.client-null',
  {
    level: 'should',
    text: 'A client of null is one that there is not.',
    source: observed,
  },
  async ({ target }) => expectUnknownClient(await target.lowstate({ ...GOOD, client: null })),
);

requirement(
  'tornado.low-data.unknown-client-late',
  {
    level: 'should',
    text: 'A client that there is not is a 400 even when other chunks have run before it, and nothing is told of those.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    expectUnknownClient(await target.lowstate([GOOD, { ...GOOD, client: 'wheel' }]));
  },
);

requirement(
  'tornado.low-data.failure-goes-on',
  {
    level: 'should',
    text: 'A chunk that fails stands in the list as a text, and those after it are run.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    expect(await returnsOf(target, { client: 'runner' }, GOOD)).toEqual([
      `${UNEXPECTED}'fun'`,
      ANSWER,
    ]);
  },
);

/** Chunks that say not enough, and the text that stands in place of their returns, by the end of the requirement's id. */
const INCOMPLETE: Readonly<Record<string, readonly [chunk: Chunk, text: string]>> = {
  'local-no-target': [{ client: 'local', fun: 'test.ping' }, "'tgt'"],
  'runner-no-function': [{ client: 'runner' }, "'fun'"],
  'runner-async-no-function': [{ client: 'runner_async' }, "'fun'"],
  'local-arg-number': [
    { client: 'local', tgt: 'nobody', fun: 'test.ping', arg: 5 },
    "'int' object is not iterable",
  ],
};

for (const [name, [chunk, text]] of Object.entries(INCOMPLETE)) {
  requirement(
    `tornado.low-data.${name}`,
    {
      level: 'should',
      text: `In place of the return of ${JSON.stringify(chunk)} stands that something unexpected happened: ${text}.`,
      source: observed,
    },
    async ({ target }) => {
      expect(await returnsOf(target, chunk)).toEqual([UNEXPECTED + text]);
    },
  );
}

requirement(
  'tornado.low-data.local-no-function',
  {
    level: 'should',
    text: 'A job without a function or a target is told by Python’s own words on missing arguments.',
    source: observed,
  },
  async ({ target }) => {
    expect(
      await returnsOf(
        target,
        { client: 'local', tgt: 'nobody' },
        { client: 'local_async', tgt: 'nobody' },
        { client: 'local_async' },
      ),
    ).toEqual([
      `${UNEXPECTED}run_job takes at least 2 arguments (1 given)`,
      `${UNEXPECTED}run_job takes at least 2 arguments (1 given)`,
      `${UNEXPECTED}run_job takes at least 2 arguments (0 given)`,
    ]);
  },
);

import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { expectErrorPage, SERVER_ERROR } from './error-page.ts';
import { PING, runBatch } from './run-batch.ts';

const source = { observed: EVERY_LINE };
const needs = ['local_batch', 'minion'] as const;

/** Sizes that are taken, by the end of the requirement's id. */
const SIZES: Readonly<Record<string, { readonly text: string; readonly batch?: unknown }>> = {
  number: { text: 'a number', batch: 1 },
  float: { text: 'a number with a fraction', batch: 1.5 },
  share: { text: 'a share of the minions', batch: '50%' },
  'share-first': { text: 'a share with the sign in front', batch: '%50' },
  'more-than-all': { text: 'more than all', batch: '200%' },
};

for (const [name, { text, batch: size }] of Object.entries(SIZES)) {
  requirement(
    `cherrypy.batch.size-${name}`,
    { level: 'should', text: `The size of a batch may be ${text}.`, source, needs },
    async ({ target }) => {
      expect(await runBatch(target, { batch: size })).toEqual([{ [target.minion]: true }]);
    },
  );
}

requirement(
  'cherrypy.batch.size-standard',
  {
    level: 'should',
    text: 'A batch needs no size.',
    source,
    needs,
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'local_batch',
      tgt: target.minion,
      fun: 'test.ping',
    });
    expect(reply.body).toBe(`{"return": [{"${target.minion}": true}]}`);
  },
);

/** Sizes that are none, with Python's word for each. */
const NO_SIZES: Readonly<Record<string, { readonly batch: unknown; readonly shown: string }>> = {
  text: { batch: 'abc', shown: "'abc'" },
  share: { batch: 'a%', shown: "'a%'" },
  'float-text': { batch: '2.5', shown: "'2.5'" },
  empty: { batch: '', shown: "''" },
  null: { batch: null, shown: 'None' },
};

for (const [name, { batch: size, shown }] of Object.entries(NO_SIZES)) {
  requirement(
    `cherrypy.batch.no-size-${name}`,
    {
      level: 'should',
      text: `A batch size of ${shown} is refused with 400 and a sentence that names it.`,
      source: { observed: ['3008.3'] },
      since: '3008',
      needs,
    },
    async ({ target }) => {
      const reply = await target.lowstate({ ...PING, tgt: target.minion, batch: size });
      const message = `Invalid batch specification ${shown}: must be an integer or percentage string like '10' or '25%'.`;
      expectErrorPage(reply, 400, message);
    },
  );
}

requirement(
  'cherrypy.batch.no-size-fails',
  {
    level: 'should',
    text: 'A batch size that is no number is a 500.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs,
  },
  async ({ target }) => {
    const reply = await target.lowstate({ ...PING, tgt: target.minion, batch: 'abc' });
    expect([reply.status, reply.body]).toEqual([500, SERVER_ERROR]);
  },
);

import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { replayable } from '../../specs/models/replayable.ts';
import { logIn } from './session.ts';

let simulator: Simulator;
test.beforeEach(async () => {
  simulator = await startSimulator();
});
test.afterEach(() => simulator.close());

/** JSON values without the integers of twenty digits or 64 bits, of which Salt makes texts. */
const values = fc
  .jsonValue({ stringUnit: 'binary' })
  .filter((value) => !/\d{19}/.test(JSON.stringify(value)));

/** Salt would take a text like `name=value` for a keyword argument, and a marked dict as well. */
const positional = values.filter((value) => typeof value !== 'string' || !value.includes('='));

test('values of every kind that test.arg is given come back equal, in their places', async () => {
  const token = await logIn(simulator.url);
  const headers = { 'Content-Type': 'application/json', 'X-Auth-Token': token };
  const property = fc.asyncProperty(
    fc.array(positional, { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^k[a-z]{0,5}$/), values, { maxKeys: 3 }),
    async (arg, kwarg) => {
      const chunk = { client: 'local', tgt: 'web1', fun: 'test.arg_clean', arg, kwarg };
      const reply = await fetch(simulator.url, {
        method: 'POST',
        headers,
        body: JSON.stringify(chunk),
      });
      const sent = JSON.parse(JSON.stringify({ args: arg, kwargs: kwarg })) as unknown;
      expect(await reply.json()).toEqual({ return: [{ web1: sent }] });
    },
  );
  await fc.assert(property, replayable(200));
});

import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { expectProperty } from '../models/expect-property.ts';
import { EVERY_LINE } from '../requirement.ts';
import { everyModule } from './every-module.ts';
import { NOT_OF_WSGI } from './reasons.ts';
import { runOnMinion } from './run-on-minion.ts';

/** Examples a run; each is a job on a real master. */
const RUNS = 15;

/** JSON values without integers of twenty digits or 64 bits, of which Salt makes texts. */
const values = fc
  .jsonValue({ maxDepth: 3, stringUnit: 'grapheme' })
  .filter((value) => !/\d{19}/.test(JSON.stringify(value)));

/** Salt takes a text like `name=value` for a keyword argument. */
const positional = values.filter((value) => typeof value !== 'string' || !value.includes('='));

const keywords = fc.dictionary(fc.stringMatching(/^k[a-z]{0,5}$/), values, { maxKeys: 3 });

everyModule(
  'arguments.any-values',
  {
    level: 'should',
    text: 'Whatever JSON values a function is given, by position and by name, reach it as they are and come back equal.',
    source: { documented: 'Salt execution modules, test; LocalClient.cmd', observed: EVERY_LINE },
    needs: ['minion'],
    except: { wsgi: NOT_OF_WSGI.length },
  },
  async ({ target }) => {
    const property = fc.asyncProperty(
      fc.array(positional, { maxLength: 4 }),
      keywords,
      async (args, kwargs) => {
        // -0 is 0 in JSON.
        const sent = JSON.parse(JSON.stringify({ args, kwargs })) as unknown;
        const returned = await runOnMinion(target, 'test.arg_clean', args, { kwarg: kwargs });
        expect(returned).toEqual(sent);
      },
    );
    await expectProperty(property, RUNS, target.options.kind !== 'server');
  },
);

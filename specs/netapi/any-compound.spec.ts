import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { compoundsOf } from '../models/compound-of-ids.ts';
import { expectProperty } from '../models/expect-property.ts';
import { EVERY_LINE } from '../requirement.ts';
import { everyModule } from './every-module.ts';
import { targetedBy } from './targeted-by.ts';

/** Examples a run; each is a job on a real master. */
const RUNS = 15;

everyModule(
  'targeting-compound.any-expression',
  {
    level: 'should',
    text: 'However words, not, and, or and brackets are nested, a compound target names the minions that plain logic names.',
    source: { documented: 'Salt, Compound matchers', observed: EVERY_LINE },
    needs: ['two minions'],
  },
  async ({ target }) => {
    const { up, down } = target.fleet;
    const ids = [...up, ...down].toSorted();
    const property = fc.asyncProperty(compoundsOf(up), async ({ text, names }) => {
      expect(await targetedBy(target, text, 'compound'), text).toEqual(ids.filter(names));
    });
    await expectProperty(property, RUNS, target.options.kind !== 'server');
  },
);

import { expect } from '@playwright/test';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { everyModule } from './every-module.ts';
import { inNoEnvironment } from './in-no-environment.ts';
import { NOT_OF_TORNADO } from './reasons.ts';
import { runOnMinion } from './run-on-minion.ts';

const documented = 'salt.modules.pillar';
const needs = ['minion'] as const;

/** Functions that answer the whole pillar, or part of it, fresh from the master. */
const FRESH = ['pillar.items', 'pillar.data', 'pillar.obfuscate'] as const;

function named(keywords: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { __kwarg__: true, ...keywords };
}

/** What a minion says to keywords that a function does not take. */
function refusal(fun: string, keywords: string): string {
  return `ERROR executing '${fun}': The following keyword arguments are not valid: ${keywords}`;
}

/** The arguments that a function says it takes. */
async function argspec(target: Target, fun: string): Promise<unknown> {
  return field(await runOnMinion(target, 'sys.argspec', [fun]), fun);
}

everyModule(
  'pillar-module.any-keyword',
  {
    level: 'should',
    text: 'Up to 3006 pillar.items, data, obfuscate and item take any keyword, and leave those aside that they do not know; pillar.ls takes none.',
    source: { documented, observed: ['3006.28'] },
    until: '3006',
    needs,
  },
  async ({ target }) => {
    const keyword = named({ nonesuch: 1 });
    for (const fun of FRESH)
      expect(await runOnMinion(target, fun, [keyword])).toEqual(await runOnMinion(target, fun));
    expect(await runOnMinion(target, 'pillar.item', [keyword])).toEqual({});
    expect(await runOnMinion(target, 'pillar.ls', [keyword])).toBe(
      refusal('pillar.ls', 'nonesuch=1'),
    );
    expect(await runOnMinion(target, 'pillar.ls', [named({ pillarenv: 'base' })])).toBe(
      refusal('pillar.ls', 'pillarenv=base'),
    );
  },
);

everyModule(
  'pillar-module.unknown-keyword',
  {
    level: 'should',
    text: 'From 3007 on pillar.items, data, obfuscate, ls and item refuse keywords that they do not name.',
    source: { documented, observed: ['3007.15', '3008.3'] },
    since: '3007',
    needs,
  },
  async ({ target }) => {
    for (const fun of [...FRESH, 'pillar.ls', 'pillar.item'])
      expect(await runOnMinion(target, fun, [named({ nonesuch: 1 })])).toBe(
        refusal(fun, 'nonesuch=1'),
      );
  },
);

everyModule(
  'pillar-module.ls-of-given',
  {
    level: 'should',
    text: 'From 3007 on pillar.ls takes pillar and pillarenv, as pillar.items does.',
    source: { documented, observed: ['3007.15', '3008.3'] },
    since: '3007',
    needs,
  },
  async ({ target }) => {
    const name = target.unique('pillar');
    await inNoEnvironment(target, async (keyword) => {
      const given = named({ pillar: { [name]: 'x' }, ...keyword });
      expect(await runOnMinion(target, 'pillar.ls', [given])).toEqual([name]);
    });
  },
);

everyModule(
  'pillar-module.no-unmask',
  {
    level: 'should',
    text: 'Up to 3007 no function of pillar that names its arguments takes unmask.',
    source: { documented, observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs,
  },
  async ({ target }) => {
    for (const [fun, ...arg] of [
      ['pillar.get', 'x'],
      ['pillar.fetch', 'x'],
      ['pillar.raw'],
      ['pillar.keys', 'x'],
      ['pillar.ls'],
    ] as const)
      expect(await runOnMinion(target, fun, [...arg, named({ unmask: true })])).toBe(
        refusal(fun, 'unmask=True'),
      );
  },
);

everyModule(
  'pillar-module.unmask-everywhere',
  {
    level: 'should',
    text: 'From 3008 on every function that answers pillar takes unmask: items and data show the values with it, raw hides them without it.',
    source: { documented, observed: ['3008.3'] },
    since: '3008',
    needs,
  },
  async ({ target }) => {
    const name = target.unique('pillar');
    const pillar = { [name]: { word: 'x', none: null, no: false, nothing: 0, list: ['y', ''] } };
    const masked = { word: '*'.repeat(10), none: null, no: false, nothing: 0 };
    for (const fun of ['pillar.items', 'pillar.data']) {
      const all = await runOnMinion(target, fun, [named({ pillar, unmask: true })]);
      expect(field(all, name)).toEqual(pillar[name]);
      const hidden = await runOnMinion(target, fun, [named({ pillar, unmask: false })]);
      expect(field(hidden, name)).toEqual({ ...masked, list: ['*'.repeat(10), ''] });
    }
    expect(await runOnMinion(target, 'pillar.raw', [named({ unmask: null })])).toEqual(
      await runOnMinion(target, 'pillar.raw'),
    );
    // What a minion has in memory may hold more: an empty schedule, once it had one.
    const items = await runOnMinion(target, 'pillar.items');
    const raw = await runOnMinion(target, 'pillar.raw', [named({ unmask: false })]);
    expect(raw).toEqual(expect.objectContaining(items as Record<string, unknown>));
    expect(await runOnMinion(target, 'pillar.ls', [named({ unmask: true })])).toEqual(
      await runOnMinion(target, 'pillar.ls'),
    );
  },
);

const NONE = { args: null, defaults: null, varargs: null, kwargs: null };
const ANY = { ...NONE, varargs: true, kwargs: true };

/** A function that takes texts, and these keywords, all of which are None unless given. */
function keywords(...args: readonly string[]): unknown {
  return { ...NONE, args, defaults: args.map(() => null), varargs: true };
}

const FRESH_KEYWORDS = ['pillar', 'pillar_enc', 'pillarenv', 'saltenv'];
const ITEM_KEYWORDS = ['default', 'delimiter', 'pillarenv', 'saltenv'];

/** What the functions of pillar say of their arguments on each line. */
const ARGUMENTS = {
  '3006': {
    version: '3006.28',
    what: 'any arguments for pillar.items and item, and texts for ls',
    specs: {
      'pillar.items': ANY,
      'pillar.item': ANY,
      'pillar.obfuscate': ANY,
      'pillar.ls': { ...NONE, varargs: true },
      'pillar.raw': { ...NONE, args: ['key'], defaults: [null] },
    },
  },
  '3007': {
    version: '3007.15',
    what: 'the keywords of pillar.items, item and ls among their arguments',
    specs: {
      'pillar.items': keywords(...FRESH_KEYWORDS),
      'pillar.item': keywords(...ITEM_KEYWORDS),
      'pillar.obfuscate': keywords(...FRESH_KEYWORDS),
      'pillar.ls': keywords(...FRESH_KEYWORDS),
      'pillar.raw': { ...NONE, args: ['key'], defaults: [null] },
    },
  },
  '3008': {
    version: '3008.3',
    what: 'unmask as the last argument of the functions of pillar',
    specs: {
      'pillar.items': keywords(...FRESH_KEYWORDS, 'unmask'),
      'pillar.item': keywords(...ITEM_KEYWORDS, 'unmask'),
      'pillar.obfuscate': keywords(...FRESH_KEYWORDS, 'unmask'),
      'pillar.ls': keywords(...FRESH_KEYWORDS, 'unmask'),
      'pillar.raw': { ...NONE, args: ['key', 'unmask'], defaults: [null, null] },
    },
  },
} as const;

for (const [line, { version, what, specs }] of Object.entries(ARGUMENTS))
  everyModule(
    `pillar-module.argspec-${line}`,
    {
      level: 'should',
      text: `On ${line} sys.argspec names ${what}.`,
      source: { observed: [version] },
      since: line,
      until: line,
      needs,
      except: { tornado: NOT_OF_TORNADO.patience },
    },
    async ({ target }) => {
      for (const [fun, spec] of Object.entries(specs))
        expect(await argspec(target, fun)).toEqual(spec);
    },
  );

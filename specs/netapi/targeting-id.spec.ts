import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { everyModule } from './every-module.ts';
import { pinged } from './pinged.ts';
import { NOT_OF_TORNADO } from './reasons.ts';
import { targetedBy } from './targeted-by.ts';

const observed = { observed: EVERY_LINE };
const documented = { documented: 'Salt, Targeting minions', observed: EVERY_LINE };
const needs = ['minion'] as const;

/** An id as a regular expression that matches nothing else from its start. */
const literally = (id: string): string => id.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

everyModule(
  'targeting-id.pcre',
  {
    level: 'must',
    text: 'pcre is a regular expression that must match the id from its start, though not to its end.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const id = target.minion;
    const half = literally(id.slice(0, 1));
    expect(await targetedBy(target, `${literally(id)}$`, 'pcre')).toEqual([id]);
    expect(await targetedBy(target, half, 'pcre')).toContain(id);
    expect(await targetedBy(target, `^(?:${literally(id)}|nobody)$`, 'pcre')).toEqual([id]);
    expect(await targetedBy(target, `(?!${half})`, 'pcre')).not.toContain(id);
    const rest = `${literally(id.slice(1))}$`;
    expect(await targetedBy(target, rest, 'pcre')).not.toContain(id);
  },
);

everyModule(
  'targeting-id.pcre-of-python',
  {
    level: 'should',
    text: 'pcre is read as Python does: flags at the start, named groups, blanks that the flag x lets out.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = target.minion;
    const upper = literally(id.toUpperCase());
    expect(await targetedBy(target, `(?i)${upper}$`, 'pcre')).toContain(id);
    expect(await targetedBy(target, `(?P<whole>${literally(id)})$`, 'pcre')).toEqual([id]);
    expect(await targetedBy(target, String.raw`\A${literally(id)}\Z`, 'pcre')).toEqual([id]);
    expect(await targetedBy(target, `(?x) ${literally(id)} $ # all`, 'pcre')).toEqual([id]);
  },
);

everyModule(
  'targeting-id.pcre-broken',
  {
    level: 'should',
    text: 'A regular expression that cannot be compiled names nobody; it is no error.',
    source: observed,
  },
  async ({ target }) => {
    for (const broken of ['[', '*', '(', 'a{2,1}'])
      expect(await targetedBy(target, broken, 'pcre'), broken).toEqual([]);
  },
);

everyModule(
  'targeting-id.list',
  {
    level: 'must',
    text: 'A list target is ids, in a list or in a text with commas; those that nobody has are left out of the minions.',
    source: documented,
    needs,
  },
  async ({ target }) => {
    const id = target.minion;
    const nobody = target.unique('nobody');
    for (const tgt of [[id], id, [id, nobody], `${nobody},${id}`, `${id},,`])
      expect(await targetedBy(target, tgt, 'list'), String(tgt)).toEqual([id]);
    for (const tgt of [[], '', ',', nobody, [nobody]])
      expect(await targetedBy(target, tgt, 'list'), String(tgt)).toEqual([]);
  },
);

everyModule(
  'targeting-id.list-exactly',
  {
    level: 'should',
    text: 'The ids of a list are taken as they are: no globs, no blanks cut off, no other case.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const id = target.minion;
    for (const tgt of [['*'], `x, ${id}`, [`${id},x`], [`${id} `]])
      expect(await targetedBy(target, tgt, 'list'), String(tgt)).toEqual([]);
  },
);

everyModule(
  'targeting-id.list-order',
  {
    level: 'should',
    text: 'The minions of a list target stand in the order of the list.',
    source: observed,
    needs: ['two minions'],
  },
  async ({ target }) => {
    const [first = '', second = ''] = target.fleet.up;
    const chunk = { client: 'local_async', tgt_type: 'list', fun: 'test.ping' };
    for (const ids of [
      [first, second],
      [second, first],
    ]) {
      const reply = await target.lowstate({ ...chunk, tgt: ids });
      expect(field(target.shape(reply, 'local-async').return, 0, 'minions')).toEqual(ids);
    }
  },
);

everyModule(
  'targeting-id.list-unlisted',
  {
    level: 'should',
    text: 'An id of a list that no accepted key has is answered with a text that says it did not return, next to the true returns.',
    source: observed,
    needs,
    except: { tornado: NOT_OF_TORNADO.silence },
  },
  async ({ target }) => {
    const nobody = target.unique('nobody');
    expect(await pinged(target, [target.minion, nobody], 'list')).toEqual({
      [target.minion]: true,
      [nobody]: expect.stringMatching(NO_RESPONSE) as unknown,
    });
  },
);

everyModule(
  'targeting-id.list-unlisted-full',
  {
    level: 'should',
    text: 'With full_return an id that no accepted key has is an object of out, ret and retcode 1, without a jid.',
    source: observed,
    needs,
    except: { tornado: NOT_OF_TORNADO.bareReturns },
  },
  async ({ target }) => {
    const nobody = target.unique('nobody');
    const ids = `${target.minion},${nobody}`;
    expect(field(await pinged(target, ids, 'list', { full_return: true }), nobody)).toEqual({
      out: 'no_return',
      ret: expect.stringMatching(NO_RESPONSE) as unknown,
      retcode: 1,
    });
  },
);

/** What the client library says of a minion that did not return, up to the jid at its end. */
const NO_RESPONSE =
  /^Minion did not return\. \[No response\]\nThe minions may not have all finished running and any remaining minions will return upon completion\. To look up the return data for this job later, run the following command:\n\nsalt-run jobs\.lookup_jid \d{20}$/;

everyModule(
  'targeting-id.unaccepted-keys',
  {
    level: 'must',
    text: 'Minions whose keys are not accepted are never named.',
    source: documented,
    needs: ['pending key'],
    except: { tornado: NOT_OF_TORNADO.wheel },
  },
  async ({ target }) => {
    const { pending, rejected } = target.fleet;
    for (const id of [...pending, ...rejected]) {
      expect(await targetedBy(target, id, 'glob')).toEqual([]);
      expect(await targetedBy(target, [id], 'list')).toEqual([]);
    }
  },
);

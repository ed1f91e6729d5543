import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { answersOf } from './answers.ts';
import { everyModule } from './every-module.ts';
import { expectFailure } from './expect-said.ts';
import { NOT_OF_TORNADO } from './reasons.ts';
import { runOnMinion } from './run-on-minion.ts';

const source = { documented: 'netapi, local client', observed: EVERY_LINE };

everyModule(
  'local.ping',
  {
    level: 'must',
    text: 'local test.ping on one minion returns true under its id.',
    source,
    needs: ['minion'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'local', tgt: target.minion, fun: 'test.ping' });
    expect(reply.body).toBe(`{"return": [{"${target.minion}": true}]}`);
  },
);

everyModule(
  'local.no-match',
  {
    level: 'must',
    text: 'local on a target that nobody matches says so, in the words of its module.',
    source,
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'local',
      tgt: target.unique('nobody'),
      fun: 'test.ping',
    });
    expect(reply.body).toBe(`{"return": [${answersOf(target).nobody}]}`);
  },
);

everyModule(
  'local.missing-keys',
  {
    level: 'should',
    text: 'local without tgt or fun fails.',
    source: { observed: EVERY_LINE },
    needs: ['minion'],
  },
  async ({ target }) => {
    for (const chunk of [{ fun: 'test.ping' }, { tgt: target.minion }]) {
      const reply = await target.lowstate({ client: 'local', ...chunk });
      expectFailure(target, reply);
    }
  },
);

everyModule(
  'local.function-not-text',
  {
    level: 'may',
    text: 'A function that is null, a number or true fails.',
    source: { observed: EVERY_LINE },
    needs: ['minion'],
  },
  async ({ target }) => {
    for (const fun of [null, 5, true])
      expectFailure(target, await target.lowstate({ client: 'local', tgt: target.minion, fun }));
  },
);

everyModule(
  'local.full-return',
  {
    level: 'must',
    text: 'With full_return a return is an object of ret, retcode and jid, in that order.',
    source,
    needs: ['minion'],
    except: { tornado: NOT_OF_TORNADO.bareReturns },
  },
  async ({ target }) => {
    const chunk = { client: 'local', tgt: target.minion, fun: 'test.ping', full_return: true };
    const reply = await target.lowstate(chunk);
    target.shape(reply, 'local-full-return');
    expect(reply.body.replace(/\d{20}/, '0')).toBe(
      `{"return": [{"${target.minion}": {"ret": true, "retcode": 0, "jid": "0"}}]}`,
    );
  },
);

everyModule(
  'local.full-return-truthy',
  {
    level: 'should',
    text: 'Any full_return that Python takes for true is one, the text false too.',
    source: { observed: EVERY_LINE },
    needs: ['minion'],
    except: { tornado: NOT_OF_TORNADO.bareReturns },
  },
  async ({ target }) => {
    for (const full_return of [1, 'false', [0]])
      expect(await runOnMinion(target, 'test.ping', [], { full_return })).toHaveProperty('jid');
    for (const full_return of [0, '', null, []])
      expect(await runOnMinion(target, 'test.ping', [], { full_return })).toBe(true);
  },
);

everyModule(
  'local.own-jid',
  {
    level: 'should',
    text: 'A jid in a chunk is that of the job; one that is no text fails.',
    source: { observed: EVERY_LINE },
    needs: ['minion'],
    except: { tornado: NOT_OF_TORNADO.bareReturns },
  },
  async ({ target }) => {
    const jid = target.unique('jid').replaceAll(/\W/g, '');
    const entry = await runOnMinion(target, 'test.ping', [], { jid, full_return: true });
    expect(entry).toEqual({ ret: true, retcode: 0, jid });
    const chunk = { client: 'local', tgt: target.minion, fun: 'test.ping' };
    expectFailure(target, await target.lowstate({ ...chunk, jid: 5 }));
  },
);

everyModule(
  'local.several-functions',
  {
    level: 'must',
    text: 'A list of functions with a list of argument lists returns a dict by function; with full_return retcode is one as well.',
    source,
    needs: ['minion'],
    except: { tornado: NOT_OF_TORNADO.bareReturns },
  },
  async ({ target }) => {
    const fun = ['test.ping', 'test.echo', 'test.retcode'];
    const arg = [[], ['x'], ['code=3']];
    const ret = { 'test.ping': true, 'test.echo': 'x', 'test.retcode': true };
    expect(await runOnMinion(target, fun, arg)).toEqual(ret);
    expect(await runOnMinion(target, fun, arg, { full_return: true })).toEqual({
      ret,
      retcode: { 'test.ping': 0, 'test.echo': 0, 'test.retcode': 3 },
      jid: expect.stringMatching(/^\d{20}$/) as unknown,
    });
  },
);

everyModule(
  'local.several-functions-one-fails',
  {
    level: 'should',
    text: 'Of several functions one that fails returns its traceback, and has no retcode; the others are not harmed.',
    source: { observed: EVERY_LINE },
    needs: ['minion'],
    except: { tornado: NOT_OF_TORNADO.bareReturns },
  },
  async ({ target }) => {
    const fun = ['test.exception', 'test.ping'];
    const entry = await runOnMinion(target, fun, [['boom'], []], { full_return: true });
    expect(field(entry, 'ret', 'test.exception')).toMatch(
      /^Traceback \(most recent call last\):\n[^]*Exception: boom\n$/,
    );
    expect(field(entry, 'ret', 'test.ping')).toBe(true);
    expect(field(entry, 'retcode')).toEqual({ 'test.ping': 0 });
  },
);

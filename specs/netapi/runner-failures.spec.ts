import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { everyModule } from './every-module.ts';
import { expectFailure, expectRefusal } from './expect-said.ts';
import { NOT_OF_WSGI } from './reasons.ts';

const source = { documented: 'netapi, runner client', observed: EVERY_LINE };

everyModule(
  'runner.kwarg-no-dict',
  {
    level: 'should',
    text: 'A kwarg of a runner that is no dict fails.',
    source: { observed: EVERY_LINE },
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'runner', fun: 'test.arg', kwarg: null });
    expectFailure(target, reply);
  },
);

everyModule(
  'runner.unknown-function',
  {
    level: 'must',
    text: 'A runner function that does not exist fails.',
    source,
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'runner', fun: 'nosuch.fun' });
    expectFailure(target, reply);
  },
);

everyModule(
  'runner.missing-argument',
  {
    level: 'must',
    text: 'A missing argument of a runner is told in what it returns, with 200, and counts as a success.',
    source,
    needs: ['runner'],
    except: { wsgi: NOT_OF_WSGI.manual },
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'runner',
      fun: 'jobs.lookup_jid',
      full_return: true,
    });
    const [{ data }] = target.shape(reply, 'runner-event').return;
    expect(data.success).toBe(true);
    expect(data.return).toMatch(
      /^\nPassed invalid arguments: lookup_jid\(\) missing 1 required positional argument: 'jid'\n\nUsage:\n/,
    );
  },
);

everyModule(
  'runner.exception',
  {
    level: 'should',
    text: 'An exception in a runner is told in what it returns, with 200: the function, and the last line of the traceback.',
    source: { observed: EVERY_LINE },
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({
      client: 'runner',
      fun: 'jobs.list_job',
      jid: '20001301000000000000',
    });
    expect(reply.status).toBe(200);
    const [text] = target.shape(reply, 'return-list').return;
    expect(text).toMatch(
      /^Exception occurred in runner jobs\.list_job: Traceback \(most recent call last\):\n(?:[^]*\n)?IndexError: list index out of range\n$/,
    );
  },
);

everyModule(
  'runner.refused',
  {
    level: 'must',
    text: 'A runner that the user may not call is refused, and the user named.',
    source,
    needs: ['limited user'],
  },
  async ({ target }) => {
    const reply = await target.limited.lowstate({ client: 'runner', fun: 'manage.present' });
    expectRefusal(target, reply);
  },
);

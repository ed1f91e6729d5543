import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { everyModule } from './every-module.ts';
import { expectFailure, expectRefusal } from './expect-said.ts';

const source = { documented: 'netapi, runner_async client', observed: EVERY_LINE };

everyModule(
  'runner-async.started',
  {
    level: 'must',
    text: 'runner_async answers at once with the tag to listen for and the jid, in this order.',
    source,
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'runner_async', fun: 'test.arg' });
    const [started] = target.shape(reply, 'function-started').return;
    expect(started.tag).toBe(`salt/run/${started.jid}`);
    expect(Object.keys(started)).toEqual(['tag', 'jid']);
  },
);

everyModule(
  'runner-async.unknown-function',
  {
    level: 'should',
    text: 'runner_async on a function that does not exist fails, without a jid.',
    source: { observed: EVERY_LINE },
    needs: ['runner'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ client: 'runner_async', fun: 'nosuch.fun' });
    expectFailure(target, reply);
  },
);

everyModule(
  'runner-async.refused',
  {
    level: 'must',
    text: 'runner_async is refused where runner is.',
    source,
    needs: ['limited user'],
  },
  async ({ target }) => {
    const reply = await target.limited.lowstate({ client: 'runner_async', fun: 'manage.present' });
    expectRefusal(target, reply);
  },
);

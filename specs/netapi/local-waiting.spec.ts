import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { everyModule } from './every-module.ts';
import { expectFailure } from './expect-said.ts';
import { NOT_OF_TORNADO } from './reasons.ts';
import { runOnMinion } from './run-on-minion.ts';

everyModule(
  'local.timeouts',
  {
    level: 'should',
    text: 'A timeout is a number or the text of one; any other value means that of the master.',
    source: { observed: EVERY_LINE },
    needs: ['minion'],
    except: {
      tornado:
        'It looks at no gather_job_timeout of a chunk, and waits as long as that of the master says.',
    },
  },
  async ({ target }) => {
    for (const timeout of ['20', ' 20 ', 'abc', null, [1], 1.5])
      expect(await runOnMinion(target, 'test.ping', [], { timeout })).toBe(true);
    const chunk = { client: 'local', tgt: target.minion, fun: 'test.ping' };
    expectFailure(target, await target.lowstate({ ...chunk, timeout: 0 }));
    expectFailure(target, await target.lowstate({ ...chunk, gather_job_timeout: 'abc' }));
  },
);

everyModule(
  'local.no-time',
  {
    level: 'should',
    text: 'A timeout of 0, below it, or the text of one leaves local and local_async no time to publish, and fails.',
    source: { observed: EVERY_LINE },
    needs: ['minion'],
  },
  async ({ target }) => {
    for (const client of ['local', 'local_async'])
      for (const timeout of [0, -1, '0']) {
        const chunk = { client, tgt: target.minion, fun: 'test.ping', timeout };
        expectFailure(target, await target.lowstate(chunk));
      }
  },
);

const SILENT = {
  level: 'should',
  needs: ['down minion'],
} as const;

/** Waits that keep the trial of a minion that is down short. */
const SHORT = { timeout: 2, gather_job_timeout: 1 } as const;

everyModule(
  'local.silent-minion',
  {
    ...SILENT,
    text: 'A minion that does not answer in time is false, with full_return too.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    except: { tornado: NOT_OF_TORNADO.silence },
  },
  async ({ target }) => {
    const [down = ''] = target.fleet.down;
    const chunk = { client: 'local', tgt: down, fun: 'test.ping', ...SHORT };
    for (const full_return of [false, true])
      expect((await target.lowstate({ ...chunk, full_return })).body).toBe(
        `{"return": [{"${down}": false}]}`,
      );
  },
);

everyModule(
  'local.silent-minion-text',
  {
    ...SILENT,
    text: 'A minion that does not answer in time is a text that says so, with full_return under ret with retcode 1.',
    source: { observed: ['3008.3'] },
    since: '3008',
    except: { tornado: NOT_OF_TORNADO.silence },
  },
  async ({ target }) => {
    const [down = ''] = target.fleet.down;
    const chunk = { client: 'local', tgt: down, fun: 'test.ping', ...SHORT };
    const text = expect.stringMatching(/^Minion did not return\. \[No/) as unknown;
    expect((await target.lowstate(chunk)).json()).toEqual({ return: [{ [down]: text }] });
    expect((await target.lowstate({ ...chunk, full_return: true })).json()).toEqual({
      return: [{ [down]: { out: 'no_return', ret: text, retcode: 1 } }],
    });
  },
);

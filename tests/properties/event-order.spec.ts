import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import { startSimulator } from '../../simulator/index.ts';
import { PROFILES } from '../../simulator/master/versions/versions.ts';
import { listen, type Listener } from './listener.ts';
import { call, logIn } from './session.ts';
import { replayable } from '../../specs/models/replayable.ts';

/** What happens on a master: a call goes out, an event is fired, or one more listener comes. */
type Action =
  | { readonly kind: 'call'; readonly chunk: object; readonly waits: boolean }
  | { readonly kind: 'fires' }
  | { readonly kind: 'listens' };

const CHUNKS: readonly object[] = [
  { client: 'local', tgt: '*', fun: 'test.ping' },
  { client: 'local_async', tgt: 'web*', fun: 'test.echo', arg: ['Grüße'] },
  { client: 'local', tgt: 'web1', fun: 'test.exception', arg: ['on purpose'] },
  { client: 'runner', fun: 'test.arg', arg: ['a=b'] },
  { client: 'runner_async', fun: 'manage.status' },
  { client: 'wheel', fun: 'key.list_all' },
  { client: 'wheel_async', fun: 'key.finger', match: 'web*' },
];

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('call' as const),
      chunk: fc.constantFrom(...CHUNKS),
      waits: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'fires' } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'listens' } as const) },
);

/** Plays the actions; gives what each listener heard, the first of which was there all the time. */
async function heardBy(salt: string, actions: readonly Action[]): Promise<string[][]> {
  const simulator = await startSimulator({ salt });
  const listeners: Listener[] = [];
  try {
    const token = await logIn(simulator.url);
    listeners.push(await listen(simulator.url, token));
    const pending: Promise<void>[] = [];
    for (const [at, step] of actions.entries()) {
      if (step.kind === 'fires') simulator.events.fire(`fired/${at}`);
      else if (step.kind === 'call') {
        const answered = call(simulator.url, token, step.chunk);
        pending.push(answered);
        if (step.waits) await answered;
      } else {
        simulator.events.fire(`before/${listeners.length}`);
        listeners.push(await listen(simulator.url, token));
        simulator.events.fire(`after/${listeners.length - 1}`);
      }
    }
    await Promise.all(pending);
    simulator.events.fire('last');
    return await Promise.all(listeners.map((listener) => listener.until('last')));
  } finally {
    for (const listener of listeners) listener.close();
    await simulator.close();
  }
}

test('every listener hears all that happens from its moment on, in one order', async () => {
  const property = fc.asyncProperty(
    fc.constantFrom(...PROFILES.map(({ line }) => line)),
    fc.array(action, { minLength: 3, maxLength: 12 }),
    async (salt, actions) => {
      const [all = [], ...later] = await heardBy(salt, actions);
      for (const [index, heard] of later.entries()) {
        expect(heard).toEqual(all.slice(all.length - heard.length));
        const tags = heard.map((event) => event.split('\n')[0]);
        expect(tags).toContain(`tag: after/${index + 1}`);
        expect(tags).not.toContain(`tag: before/${index + 1}`);
      }
    },
  );
  await fc.assert(property, replayable(20));
});

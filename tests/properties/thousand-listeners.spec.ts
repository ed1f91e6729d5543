import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import { replayable } from '../../specs/models/replayable.ts';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { PROFILES } from '../../simulator/master/versions/versions.ts';
import type { Ear } from './ear.ts';
import { call, logIn } from './session.ts';
import { listenByStream } from './stream-listener.ts';
import { listenByWebsocket } from './websocket-listener.ts';

const STREAMS = 980;
const WEBSOCKETS = 20;

/** What happens while all listen: events of any size, and calls that make events of their own. */
type Happening =
  | { readonly kind: 'fires'; readonly text: string; readonly size: number }
  | { readonly kind: 'calls'; readonly chunk: object; readonly waits: boolean };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('fires' as const),
      text: fc.string({ unit: 'grapheme', maxLength: 10 }),
      size: fc.oneof(fc.constant(0), fc.nat(5_000)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('calls' as const),
      chunk: fc.constantFrom<object>(
        { client: 'local', tgt: '*', fun: 'test.ping' },
        { client: 'local_async', tgt: '*', fun: 'test.echo', arg: ['a'] },
        { client: 'runner', fun: 'test.arg' },
        { client: 'wheel', fun: 'key.list_all' },
      ),
      waits: fc.boolean(),
    }),
  },
);

test('a thousand listeners hear every event, all in the order in which they happened', async () => {
  const property = fc.asyncProperty(
    fc.constantFrom(...PROFILES.map(({ line }) => line)),
    fc.array(happening, { minLength: 20, maxLength: 40 }),
    async (salt, happenings) => {
      const { heard, fired } = await heardBy(salt, happenings);
      const [one = [], ...others] = heard;
      expect(others).toHaveLength(STREAMS + WEBSOCKETS - 1);
      const different = others.filter((other) => other.join('\n') !== one.join('\n'));
      if (different.length > 0) expect(different[0]).toEqual(one);
      const tags = one.map((event) => (JSON.parse(event) as { tag: string }).tag);
      expect(tags.filter((tag) => tag.startsWith('fired/'))).toEqual(fired);
    },
  );
  await fc.assert(property, { ...replayable(3), endOnFailure: true });
});

/** What each listener hears from the first happening to the last, and the tags of what was fired. */
async function heardBy(
  salt: string,
  happenings: readonly Happening[],
): Promise<{ heard: string[][]; fired: string[] }> {
  const simulator = await startSimulator({ salt });
  const ears: Ear[] = [];
  try {
    const token = await logIn(simulator.url);
    await gather(ears, simulator, token);
    const fired: string[] = [];
    const pending: Promise<void>[] = [];
    for (const [at, step] of happenings.entries()) {
      if (step.kind === 'fires') {
        fired.push(`fired/${at}`);
        const { text, size } = step;
        simulator.events.fire(`fired/${at}`, { text, large: 'x'.repeat(size) });
      } else {
        const answered = call(simulator.url, token, step.chunk);
        pending.push(answered);
        if (step.waits) await answered;
      }
    }
    await Promise.all(pending);
    simulator.events.fire('the last of all');
    return { heard: await Promise.all(ears.map((ear) => ear.until('the last of all'))), fired };
  } finally {
    for (const ear of ears) ear.close();
    await simulator.close();
  }
}

/** Lets all listen; not all at once, since a system keeps only so many waiting to be let in. */
async function gather(ears: Ear[], { url }: Simulator, token: string): Promise<void> {
  while (ears.length < STREAMS + WEBSOCKETS) {
    const isEarly = ears.length < STREAMS;
    const batch = Array.from({ length: 20 }, () =>
      isEarly ? listenByStream(url, token) : listenByWebsocket(url, token),
    );
    ears.push(...(await Promise.all(batch)));
  }
}

import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import { startSimulator } from '../../simulator/index.ts';
import { PROFILES } from '../../simulator/master/versions/versions.ts';
import { replayable } from '../../specs/models/replayable.ts';
import type { Ear } from './ear.ts';
import { lowstates, type Chunk } from './low-data.ts';
import { call, logIn } from './session.ts';
import { listenByStream } from './stream-listener.ts';
import { listenByWebsocket } from './websocket-listener.ts';

/** An event is fired, or low data is sent to a module. */
type Happening =
  | 'fires'
  | { readonly by: 'cherrypy' | 'tornado'; readonly lowstate: readonly Chunk[] };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.constant('fires' as const),
  fc.record({ by: fc.constantFrom('cherrypy' as const, 'tornado' as const), lowstate: lowstates }),
);

const LAST = 'the last of all';

/** What each kind of listener hears of what happens; the first stream is that of rest_cherrypy. */
async function heardBy(salt: string, happenings: readonly Happening[]): Promise<string[][]> {
  const simulator = await startSimulator({ salt, netapi: ['cherrypy', 'tornado'] });
  const { cherrypy = '', tornado = '' } = simulator.urls;
  const ears: Ear[] = [];
  try {
    const tokens = { cherrypy: await logIn(cherrypy), tornado: await logIn(tornado) };
    ears.push(
      await listenByStream(cherrypy, tokens.cherrypy),
      await listenByStream(tornado, tokens.tornado),
      await listenByWebsocket(cherrypy, tokens.cherrypy),
      await listenByWebsocket(tornado, tokens.tornado, 'tornado'),
    );
    const pending: Promise<void>[] = [];
    for (const [at, step] of happenings.entries())
      if (step === 'fires') simulator.events.fire(`fired/${at}`, { text: 'Grüße' });
      else pending.push(call(simulator.urls[step.by] ?? '', tokens[step.by], step.lowstate));
    await Promise.all(pending);
    simulator.events.fire(LAST);
    return await Promise.all(ears.map((ear) => ear.until(LAST)));
  } finally {
    for (const ear of ears) ear.close();
    await simulator.close();
  }
}

test('every event reaches the streams and websockets of every module, in one order', async () => {
  const property = fc.asyncProperty(
    fc.constantFrom(...PROFILES.map(({ line }) => line)),
    fc.array(happening, { minLength: 3, maxLength: 8 }),
    async (salt, happenings) => {
      const [one = [], ...others] = (await heardBy(salt, happenings)).map((events) =>
        events.map((event) => JSON.parse(event) as unknown),
      );
      expect(one.length).toBeGreaterThan(0);
      for (const other of others) expect(other).toEqual(one);
    },
  );
  await fc.assert(property, replayable(20));
});

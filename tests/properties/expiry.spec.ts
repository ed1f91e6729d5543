import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import { virtualClock } from '../../simulator/clock/virtual-clock.ts';
import { JobCache } from '../../simulator/master/job-cache.ts';
import { seededRandom } from '../../simulator/master/random.ts';
import { TokenStore } from '../../simulator/master/tokens.ts';
import { replayable } from '../../specs/models/replayable.ts';

/** Seconds: short ones so that waits meet the very instant, long ones so that they are a day's. */
const seconds = fc.oneof(fc.nat(20), fc.nat(200_000));
const life = seconds.map((value) => value + 1);
const waits = fc.array(seconds, { minLength: 1, maxLength: 12 });

const OWNER = { name: 'somebody', eauth: 'pam', groups: [] };
const LOAD = { fun: 'test.ping', arg: [], tgt: '*', tgt_type: 'glob', user: 'root' };
const JID = '20260102030405678901';

/** The seconds that have passed after each of these pauses. */
function agesAfter(pauses: readonly number[]): number[] {
  let age = 0;
  return pauses.map((pause) => (age += pause));
}

test('a token is there until the instant it expires, and gone for good from then on', async () => {
  const property = fc.asyncProperty(life, waits, async (lifetime, pauses) => {
    const clock = virtualClock();
    const store = new TokenStore(clock, seededRandom(1), 'sha256', 60);
    const { token } = store.create(OWNER, lifetime);
    const seen: boolean[] = [];
    for (const pause of pauses) {
      await clock.advance(pause);
      seen.push(store.get(token) !== undefined);
    }
    expect(seen).toEqual(agesAfter(pauses).map((age) => age < lifetime));
  });
  await fc.assert(property, replayable(200));
});

test('a job is there until the maintenance loop first finds it older than keep_jobs_seconds', async () => {
  const property = fc.asyncProperty(
    fc.record({ keep: life, interval: life, before: seconds, pauses: waits }),
    async ({ keep, interval, before, pauses }) => {
      const clock = virtualClock();
      const cache = new JobCache(clock, keep, interval);
      await clock.advance(before);
      cache.add(JID, LOAD, []);
      const seen: boolean[] = [];
      for (const pause of pauses) {
        await clock.advance(pause);
        seen.push(cache.get(JID) !== undefined);
      }
      const cleanings = agesAfter(pauses).map((age) => {
        const now = before + age;
        return now - (now % interval);
      });
      expect(seen).toEqual(cleanings.map((cleaning) => cleaning - before <= keep));
    },
  );
  await fc.assert(property, replayable(200));
});

test('jobs are never forgotten where keep_jobs_seconds is 0', async () => {
  const property = fc.asyncProperty(life, waits, async (interval, pauses) => {
    const clock = virtualClock();
    const cache = new JobCache(clock, 0, interval);
    cache.add(JID, LOAD, []);
    for (const pause of pauses) await clock.advance(pause);
    expect(cache.get(JID)?.jid).toBe(JID);
  });
  await fc.assert(property, replayable(50));
});

import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import { PROFILES } from '../../simulator/master/versions/versions.ts';
import { Player } from './player.ts';
import { replayable } from '../../specs/models/replayable.ts';
import { script, type Step } from './script.ts';

const settings = fc.record({
  salt: fc.constantFrom(...PROFILES.map(({ line }) => line)),
  seed: fc.nat(),
});

/** What a simulator of its own answers to a script. */
async function alone(
  options: { salt: string; seed: number },
  steps: readonly Step[],
): Promise<string> {
  const player = await Player.start(options);
  try {
    for (const step of steps) await player.play(step);
    return await player.end();
  } finally {
    await player.close().catch(() => undefined);
  }
}

test('the same seed and the same requests give the same bytes, jids, tokens and events included', async () => {
  const property = fc.asyncProperty(settings, script, async (options, steps) => {
    expect(await alone(options, steps)).toBe(await alone(options, steps));
  });
  await fc.assert(property, replayable(40));
});

test('another seed gives other tokens', async () => {
  const property = fc.asyncProperty(settings, async (options) => {
    const [logIn] = fc.sample(script, { numRuns: 1, seed: 1 })[0] ?? [];
    const steps = logIn === undefined ? [] : [logIn];
    const other = { ...options, seed: options.seed + 1 };
    expect(await alone(options, steps)).not.toBe(await alone(other, steps));
  });
  await fc.assert(property, replayable(5));
});

test('two simulators in one process never meet: interleaved requests give what each gives alone', async () => {
  const property = fc.asyncProperty(
    fc.record({ settings, steps: script }),
    fc.record({ settings, steps: script }),
    fc.array(fc.boolean(), { maxLength: 24 }),
    async (one, other, order) => {
      const expected = [
        await alone(one.settings, one.steps),
        await alone(other.settings, other.steps),
      ];
      const players = [
        await Player.start(one.settings),
        await Player.start(other.settings),
      ] as const;
      try {
        const left: readonly [Step[], Step[]] = [[...one.steps], [...other.steps]];
        for (const isFirst of [...order, ...left[0].map(() => true), ...left[1].map(() => false)]) {
          const step = left[isFirst ? 0 : 1].shift();
          if (step !== undefined) await players[isFirst ? 0 : 1].play(step);
        }
        expect(await Promise.all(players.map((player) => player.end()))).toEqual(expected);
      } finally {
        for (const player of players) await player.close().catch(() => undefined);
      }
    },
  );
  await fc.assert(property, replayable(25));
});

test('two simulators in one process never meet: nor do requests at the same time', async () => {
  const property = fc.asyncProperty(settings, script, script, async (options, one, other) => {
    const apart = [await alone(options, one), await alone(options, other)];
    expect(await Promise.all([alone(options, one), alone(options, other)])).toEqual(apart);
  });
  await fc.assert(property, replayable(15));
});

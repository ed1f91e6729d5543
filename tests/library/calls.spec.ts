import { expect, test } from '@playwright/test';
import { InputError, startSimulator, type Simulator } from '../../simulator/index.ts';
import { nowOf } from '../simulator/now-of.ts';

let simulator: Simulator;
test.beforeEach(async () => {
  simulator = await startSimulator();
});
test.afterEach(() => simulator.close());

const SPANS: readonly (readonly [span: unknown, says: string])[] = [
  [undefined, 'clock.advance needs a span such as { hours: 13 }, not undefined.'],
  [5, 'clock.advance needs a span such as { hours: 13 }, not 5.'],
  [{}, 'clock.advance needs a span such as { hours: 13 }, not an empty one.'],
  [{ hour: 13 }, 'clock.advance has no unit "hour". Did you mean "hours"?'],
  [{ parsecs: 1 }, 'clock.advance has no unit "parsecs". There are hours, minutes, seconds.'],
  [{ hours: '1' }, 'clock.advance: "hours" must be a number, 0 or more, not "1".'],
  [{ hours: -1 }, 'clock.advance: "hours" must be a number, 0 or more, not -1.'],
  [{ seconds: Number.NaN }, 'clock.advance: "seconds" must be a number, 0 or more, not NaN.'],
  [{ hours: 1e12 }, 'clock.advance moves by 315360000 seconds at most, not 3600000000000000.'],
  [{ hours: Infinity }, 'clock.advance moves by 315360000 seconds at most, not Infinity.'],
];

for (const [span, says] of SPANS)
  test(`clock.advance: ${says}`, async () => {
    const before = await nowOf(simulator);
    const advanced = simulator.clock.advance(span as { hours: number });
    await expect(advanced).rejects.toThrow(InputError);
    await expect(advanced).rejects.toThrow(says);
    expect((await nowOf(simulator)) - before).toBeLessThan(1);
  });

test('clock.advance adds up what it is given', async () => {
  const before = await nowOf(simulator);
  await simulator.clock.advance({ hours: 1, minutes: 1, seconds: 0.5 });
  expect((await nowOf(simulator)) - before).toBeCloseTo(3660.5, 3);
});

const CIRCLE: { self?: object } = {};
CIRCLE.self = CIRCLE;

/** What JSON cannot hold or leaves out, as a value of something, and how it is told. */
const NO_DATA: readonly (readonly [value: unknown, says: string])[] = [
  [10n, 'has at a a bigint'],
  [() => 1, 'has at a a function'],
  [Symbol('s'), 'has at a a symbol'],
  [Number.NaN, 'has at a NaN'],
  [new Map(), 'has at a a Map'],
  [{ b: [new Set()] }, 'has at a.b.0 a Set'],
  [CIRCLE, 'has at a.self itself again'],
];

for (const [value, says] of NO_DATA)
  test(`no plain data is refused wherever data is taken: ${says}`, async () => {
    const expected = `${says}; it must be plain data, as JSON holds.`;
    expect(() => simulator.events.fire('tag', { a: value })).toThrow(`The event data ${expected}`);
    for (const [options, what] of [
      [{ config: { a: value } }, 'master configuration'],
      [{ fleet: { a: value } }, 'fleet'],
    ] as const) {
      const started = startSimulator(options);
      await expect(started).rejects.toThrow(InputError);
      await expect(started).rejects.toThrow(`The ${what}`);
      await expect(started).rejects.toThrow(expected);
    }
  });

test('an undefined value of data is as good as absent, and a date is its text', async () => {
  simulator.events.fire('tag', { a: undefined, at: new Date(0), again: [{}, {}] });
  await (await startSimulator({ config: { a: undefined } })).close();
});

test('an event needs a tag and an object', () => {
  for (const tag of [undefined, 5, '', {}])
    expect(() => simulator.events.fire(tag as string, {})).toThrow(
      'events.fire needs a tag, a text that is not empty, not ',
    );
  for (const data of [[], null, 5, 'a'])
    expect(() => simulator.events.fire('tag', data as object)).toThrow(
      'The event data must be an object.',
    );
});

test('a simulator that is closed already is closed', async () => {
  const other = await startSimulator();
  await Promise.all([other.close(), other.close()]);
  await other.close();
});

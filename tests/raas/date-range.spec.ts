import { expect, test } from '@playwright/test';
import { dateRange } from '../../simulator/raas/date-range.ts';

/* The ranges of dates that methods take: ISO times, or times in a format of Python's strptime. */

const SECOND = 1_000_000;
const NOON = (Date.UTC(2026, 0, 2, 12) / 1000) * SECOND;

for (const [start, format, expected] of [
  ['2026-01-02T12:00:00', null, NOON],
  ['2026-01-02 12:00', null, NOON],
  ['2026-01-02T12:00:00Z', null, NOON],
  ['2026-01-02T14:00:00+02:00', null, NOON],
  ['2026-01-02T12:00:00.25', null, NOON + SECOND / 4],
  ['2026-01-02', null, NOON - 12 * 3600 * SECOND],
  ['02.01.2026 12:00:00', '%d.%m.%Y %H:%M:%S', NOON],
  ['2026/1/2 12', '%Y/%m/%d %H', NOON],
] as const)
  test(`${start} is read${format === null ? '' : ` by ${format}`}`, () => {
    expect(dateRange([start, start], format)).toEqual({ start: expected, end: expected });
  });

test('no range is none', () => {
  expect(dateRange(null, '%Y')).toBeUndefined();
});

for (const [time, format] of [
  ['yesterday', null],
  ['2026-01-02T25:00:00', null],
  ['2026', '%Y-%m'],
  ['2026', '%Y%Y'],
  ['2026', '%q'],
] as const)
  test(`${time} is no time${format === null ? '' : ` by ${format}`}`, () => {
    expect(() => dateRange([time, time], format)).toThrow('no times');
  });

import { expect, test } from '@playwright/test';
import { MICROSECONDS, type Clock } from '../../simulator/master/clock.ts';
import { Statistics } from '../../simulator/netapi/cherrypy/statistics/statistics.ts';
import type { PyDict, PyValue } from '../../simulator/python/value.ts';

const START = 1_000 * MICROSECONDS;
const FACTS = { client: '127.0.0.1:40000', requestLine: 'GET / HTTP/1.1' };
const ANSWER = { bytesRead: 0, bytesWritten: 10, status: '200 OK' };

/** Statistics in a time that only this test moves. */
function started({ isOn = true } = {}) {
  let now = START;
  const clock = { now: () => now } as Clock;
  const statistics = new Statistics(clock, isOn);
  const request = (
    seconds: number,
    answer: Parameters<ReturnType<Statistics['begin']>>[0] = ANSWER,
  ) => {
    const end = statistics.begin(() => FACTS);
    now += seconds * MICROSECONDS;
    end(answer);
  };
  const report = (): PyDict => statistics.report(START - MICROSECONDS, '18.10.0');
  return { statistics, request, report };
}

function plain(value: PyValue | undefined): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, item]) => [key as string, plain(item)]));
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'object' && value !== null ? value.value : value;
}

test('what is off counts nothing', () => {
  const { request, report } = started({ isOn: false });
  request(2);
  expect(plain(report())).toMatchObject({
    'Total Requests': 0,
    'Total Bytes Written': 0,
    'Total Time': 0,
    Requests: {},
  });
});

test('sums, and what they make per request and second', () => {
  const { request, report } = started();
  request(1, { ...ANSWER, bytesRead: 6 });
  request(0.5, { ...ANSWER, bytesWritten: 25 });
  expect(plain(report())).toMatchObject({
    'Bytes Read/Request': 3,
    'Bytes Written/Request': 17.5,
    'Bytes Written/Second': 14,
    'Requests/Second': 0.8,
    'Total Bytes Read': 6,
    'Total Bytes Written': 35,
    'Total Time': 1.5,
    'Current Requests': 0,
    Uptime: 2.5,
  });
});

test('what is being answered is current, and nothing is known of its answer', () => {
  const { statistics, report } = started();
  statistics.begin(() => FACTS);
  const { Requests: requests, ...counters } = plain(report()) as { Requests: object };
  expect(counters).toMatchObject({ 'Current Requests': 1, 'Total Requests': 1 });
  expect(Object.values(requests)).toEqual([
    {
      'Bytes Read': null,
      'Bytes Written': null,
      Client: FACTS.client,
      'End Time': null,
      'Processing Time': 0,
      'Request-Line': FACTS.requestLine,
      'Response Status': null,
      'Start Time': 1_000,
    },
  ]);
});

test('a stream has no length, and adds none', () => {
  const { request, report } = started();
  request(0, { ...ANSWER, bytesWritten: undefined });
  const shown = plain(report()) as { Requests: object };
  expect(Object.values(shown.Requests)).toMatchObject([{ 'Bytes Written': 'chunked' }]);
  expect(shown).toMatchObject({ 'Total Bytes Written': 0 });
});

test('each request is the next thread of a hundred, and what a thread did before is gone', () => {
  const { request, report } = started();
  for (let count = 1; count <= 101; count += 1) request(0, { ...ANSWER, bytesWritten: count });
  const written = Object.values((plain(report()) as { Requests: object }).Requests).map(
    (known: Record<string, unknown>) => known['Bytes Written'],
  );
  expect(written).toHaveLength(100);
  expect(written).toContain(101);
  expect(written).not.toContain(1);
});

test('what takes longer than a second is kept as slow, the last hundred of it', () => {
  const { request, report } = started();
  request(1);
  expect(report().has('Slow Queries')).toBe(false);
  for (let count = 1; count <= 101; count += 1) request(2, { ...ANSWER, bytesWritten: count });
  const slow = plain(report().get('Slow Queries')) as Record<string, unknown>[];
  expect(slow.map((known) => known['Bytes Written'])).toEqual(
    Array.from({ length: 100 }, (_, at) => at + 2),
  );
});

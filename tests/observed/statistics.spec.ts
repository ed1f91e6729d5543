import { expect, test } from '@playwright/test';
import { measureless } from '../../oracle/observed/normalise/statistics.ts';

const APPLICATIONS = '{"CherryPy Applications": {';

test('what is measured, and names of threads, ports and servers, are taken out', () => {
  const statistics = `${APPLICATIONS}"Bytes Read/Second": 41.02, "Bytes Written/Request": 6021.875, "Uptime": 4e-06, "Total Time": 0.72, "Requests": {"140438905173696": {"Bytes Read": 0, "Bytes Written": 15248, "Client": "127.0.0.1:55014", "End Time": <time>, "Processing Time": 1.5e-05, "Start Time": <time - 10 s>}}}, "Cheroot HTTPServer 140438922913680": {"Bind Address": "('127.0.0.1', 38917)", "Queue": 1, "Threads": 100, "Threads Idle": 98}}`;
  expect(measureless(statistics)).toBe(
    `${APPLICATIONS}"Bytes Read/Second": <measured>, "Bytes Written/Request": <length>, "Uptime": <measured>, "Total Time": <measured>, "Requests": {"<thread>": {"Bytes Read": 0, "Bytes Written": <length>, "Client": "127.0.0.1:<port>", "End Time": <time>, "Processing Time": <measured>, "Start Time": <time>}}}, "Cheroot HTTPServer <id>": {"Bind Address": "('127.0.0.1', <port>)", "Queue": <momentary>, "Threads": 100, "Threads Idle": <momentary>}}`,
  );
});

test('counters stay, lengths of other replies too, and what was not measured yet', () => {
  const statistics = `${APPLICATIONS}"Total Requests": 21, "Total Bytes Read": 74, "Total Time": 0, "Bytes Written": 742, "End Time": null, "Processing Time": null}}`;
  expect(measureless(statistics)).toBe(statistics);
});

test('what is no statistics stays', () => {
  expect(measureless('{"Uptime": 1.5}')).toBe('{"Uptime": 1.5}');
});

import { expect, test } from '@playwright/test';
import type { ObservedStep } from '../../oracle/observed/observed.ts';
import { stepDifference } from '../../oracle/observed/replay/step-difference.ts';

const request = { request: 'GET /', headers: [] };
const reply = { status: '200 OK', headers: ['Allow: GET', 'Vary: Accept'], body: 'a' };
const exchange: ObservedStep = { kind: 'exchange', ...request, reply };

function stream(tags: readonly string[], endedBy: 'target' | 'suite' = 'suite'): ObservedStep {
  const events = tags.map((tag) => [`tag: ${tag}`, 'data: {}']);
  return { kind: 'stream', ...request, beside: 0, reply, events, endedBy };
}

const NEW = 'salt/job/<jid 1>/new';
const [RET1, RET2] = ['salt/job/<jid 1>/ret/web1', 'salt/job/<jid 1>/ret/web2'] as const;

/** Steps that are not equal: what real Salt did, and what came instead. */
const DIFFERENT: Readonly<Record<string, readonly [ObservedStep, ObservedStep | undefined]>> = {
  'another status': [exchange, { ...exchange, reply: { ...reply, status: '201 Created' } }],
  'another reason': [exchange, { ...exchange, reply: { ...reply, status: '200 Fine' } }],
  'headers in another order': [
    exchange,
    { ...exchange, reply: { ...reply, headers: reply.headers.toReversed() } },
  ],
  'a header more': [
    exchange,
    { ...exchange, reply: { ...reply, headers: [...reply.headers, 'A: b'] } },
  ],
  'another body': [exchange, { ...exchange, reply: { ...reply, body: 'b' } }],
  'a body that is there': [{ ...exchange, reply: { status: '200 OK', headers: [] } }, exchange],
  'a text that is compressed': [
    exchange,
    { ...exchange, reply: { ...reply, body: { header: '1f8b', gzip: 'a' } } },
  ],
  'no reply': [exchange, { kind: 'exchange', ...request }],
  'no step': [exchange, undefined],
  'a step of another kind': [exchange, stream([])],
  'an event that is missing': [stream([NEW, RET1]), stream([NEW])],
  'another event': [stream([NEW]), stream(['salt/key'])],
  'events of a job in another order': [
    stream([NEW, 'salt/job/<jid 1>/publish']),
    stream(['salt/job/<jid 1>/publish', NEW]),
  ],
  'an event before the expected ones': [stream(['salt/key']), stream(['salt/other', 'salt/key'])],
  'more events before the target ended the stream': [
    stream([NEW], 'target'),
    stream([NEW, RET1], 'target'),
  ],
  'a stream that does not end': [stream([], 'target'), stream([], 'suite')],
  'other bytes': [
    { kind: 'raw', sent: 'a', received: 'b', endedBy: 'target' },
    { kind: 'raw', sent: 'a', received: 'c', endedBy: 'target' },
  ],
  'a connection that stays open': [
    { kind: 'raw', sent: 'a', received: 'b', endedBy: 'target' },
    { kind: 'raw', sent: 'a', received: 'b', endedBy: 'suite' },
  ],
};

for (const [what, [expected, actual]] of Object.entries(DIFFERENT))
  test(`${what} is a difference`, () => expect(stepDifference(expected, actual)).toBeTruthy());

/** Streams that differ in what chance decides. */
const EQUAL: Readonly<Record<string, readonly [ObservedStep, ObservedStep]>> = {
  'minions that return in another order': [stream([NEW, RET1, RET2]), stream([NEW, RET2, RET1])],
  'jobs that run into each other': [
    stream([NEW, RET1, 'salt/run/<jid 2>/new']),
    stream([NEW, 'salt/run/<jid 2>/new', RET1]),
  ],
  'more events after the suite turned away': [stream([NEW, RET1]), stream([NEW, RET1, RET2])],
};

for (const [what, [expected, actual]] of Object.entries(EQUAL))
  test(`${what} are none`, () => expect(stepDifference(expected, actual)).toBeUndefined());

test('a difference is told from where it begins', () => {
  const actual: ObservedStep = { ...exchange, reply: { ...reply, body: 'b' } };
  expect(stepDifference(exchange, actual)).toBe('body from character 0: expected "a", got "b"');
});

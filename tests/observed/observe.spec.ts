import { expect, test } from '@playwright/test';
import { agreement } from '../../oracle/observed/agree.ts';
import { sharedLogIns } from '../../oracle/observed/normalise/log-ins.ts';
import { observe } from '../../oracle/observed/normalise/observe.ts';
import type { Observed } from '../../oracle/observed/observed.ts';
import type { RecordedStep, RecordedStream, Recording } from '../../specs/recording.ts';
import { BEGAN, exchange, logIn, recording, TARGET } from './recordings.ts';

const SESSION = 'a4adb9263aebc102855bbe03ae77195a8ad4ed43';
const run = { target: TARGET, runId: 'mwvho6yy', lives: 'normal' } as const;

function observed(...recordings: Recording[]): Observed[] {
  const logIns = sharedLogIns(recordings);
  return recordings.map((one) => observe(one, run, logIns));
}

function steps(...recorded: RecordedStep[]): Observed['steps'] {
  return observed(recording(recorded))[0]?.steps ?? [];
}

const asked = exchange({ path: '/minions', sent: [['X-Auth-Token', SESSION]] });

test('a log-in whose session several requirements use belongs to none and is given to each', () => {
  const [first, second] = observed(recording([logIn(SESSION), asked]), recording([asked], 1));
  for (const one of [first, second])
    expect(one).toMatchObject({
      given: [{ request: 'GET /login' }],
      steps: [{ request: 'GET /minions', headers: ['X-Auth-Token: <session 1>'] }],
    });
});

test('a log-in that one requirement uses is a step of it', () => {
  const [only] = observed(recording([logIn(SESSION), asked]));
  expect(only).toMatchObject({
    given: [],
    steps: [{ request: 'GET /login' }, { request: 'GET /minions' }],
  });
});

test('a log-in after time has passed stays where it was made, and is given to others who use it', () => {
  const passing = { kind: 'passes', at: BEGAN, seconds: 50_000 } as const;
  const [first, second] = observed(
    recording([passing, logIn(SESSION), asked]),
    recording([asked], 1),
  );
  expect(first).toMatchObject({ given: [], steps: [{ kind: 'passes' }, {}, {}] });
  expect(second).toMatchObject({ given: [{ request: 'GET /login' }], steps: [{}] });
});

function poll(body: string): RecordedStep {
  return exchange({ path: '/jobs/1', body });
}

test('a question that was asked until a job was done is one step, with the last answer', () => {
  expect(steps(poll('a'), poll('a'), poll('b'))).toMatchObject([
    { request: 'GET /jobs/1', polled: true, reply: { body: 'b' } },
  ]);
  expect(steps(poll('a'), poll('a'))).toHaveLength(2);
  expect(steps(exchange({ body: 'a' }), exchange({ body: 'b' }))).toHaveLength(2);
});

/** A stream that brings the events of these tags. */
function stream(at: number, duration: number, ...tags: string[]): RecordedStream {
  const { request, reply } = exchange({
    path: '/events',
    headers: [['Content-Type', 'text/event-stream;charset=utf-8']],
  });
  const chunks = tags.map((tag) => `tag: ${tag}\ndata: {"tag": "${tag}"}\n\n`);
  return {
    kind: 'stream',
    at,
    duration,
    request,
    ...(reply && { reply }),
    chunks,
    endedBy: 'suite',
  };
}

test('a stream tells how many steps it was open beside', () => {
  const beside = exchange({ at: BEGAN + 10 });
  const after = exchange({ at: BEGAN + 100 });
  expect(steps(stream(BEGAN, 50), beside, after)).toMatchObject([{ beside: 1 }, {}, {}]);
});

test('a job that only an event tells of is known to the requests beside', () => {
  const jid = '20261125021312802294';
  const ask = exchange({ path: `/jobs/${jid}`, at: BEGAN + 10 });
  expect(steps(stream(BEGAN, 50, `salt/job/${jid}/new`), ask)).toMatchObject([
    { events: [['tag: salt/job/<jid 1>/new', 'data: {"tag": "salt/job/<jid 1>/new"}']] },
    { request: 'GET /jobs/<jid 1>' },
  ]);
});

test('events of the master itself and of jobs from before are left out', () => {
  const tags = ['salt/auth', 'salt/job/20261125020000000000/new', 'salt/key'];
  const [only] = steps(stream(BEGAN, 50, ...tags));
  expect(only).toMatchObject({ events: [['tag: salt/key', 'data: {"tag": "salt/key"}']] });
});

test.describe('two recordings', () => {
  const [one] = observed(recording([exchange({ body: 'a' }), exchange({ path: '/x', body: 'b' })]));
  const [other] = observed(
    recording([exchange({ body: 'a' }), exchange({ path: '/x', body: 'c' })]),
  );
  if (one === undefined || other === undefined) throw new Error('two recordings');

  test('agree on what is the same, and the rest is kept as unsettled', () => {
    const { observed: kept, differences } = agreement([one], [other]);
    expect(kept).toMatchObject([{ steps: [{ reply: { body: 'a' } }, { unsettled: true }] }]);
    expect(kept[0]?.steps[0]).not.toHaveProperty('unsettled');
    expect(differences).toEqual([
      expect.stringMatching(/^cherrypy\.topic\.of-0 step 2: body .*"b".*"c"/),
    ]);
  });

  test('that do not ask the same agree on nothing', () => {
    const [shorter] = observed(recording([exchange({ body: 'a' })]));
    const { observed: kept, differences } = agreement(
      [one],
      shorter === undefined ? [] : [shorter],
    );
    expect(kept).toEqual([]);
    expect(differences).toEqual(['cherrypy.topic.of-0 did not ask the same both times']);
  });

  test('are two: what was recorded once is not kept', () => {
    expect(agreement([one], [])).toEqual({
      observed: [],
      differences: ['cherrypy.topic.of-0 was recorded once only'],
    });
  });
});

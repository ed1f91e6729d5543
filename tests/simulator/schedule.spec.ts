import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index.ts';
import { listen } from '../properties/listener.ts';
import { logIn } from '../properties/session.ts';
import { nowOf } from './now-of.ts';
import { runAsSaltdev } from './run-as-saltdev.ts';

const CONFIG = {
  external_auth: { pam: { saltdev: ['.*', '@runner', '@jobs'] } },
  netapi_enable_clients: ['local', 'runner'],
  keep_jobs_seconds: 10_000_000,
  rest_cherrypy: { disable_ssl: true },
};

/** A job of the cache, as jobs.list_jobs shows it. */
interface ListedJob {
  readonly Function: string;
  readonly Arguments: readonly unknown[];
  readonly Target: string;
  readonly StartTime: string;
}

/** Tries something on a simulator whose minions have these schedules. */
async function withSchedules(
  schedules: Record<string, object>,
  trial: (simulator: Simulator) => Promise<void>,
  options: SimulatorOptions = {},
): Promise<void> {
  const minions = Object.fromEntries(Object.entries(schedules).map(([id, facts]) => [id, facts]));
  const fleet = { minions, users: { saltdev: { password: 'saltdev' } } };
  const simulator = await startSimulator({ config: CONFIG, fleet, ...options });
  try {
    await trial(simulator);
  } finally {
    await simulator.close();
  }
}

/** The jobs of a function that minions ran by themselves, oldest first. */
async function ran(simulator: Simulator, fun = 'test.echo'): Promise<ListedJob[]> {
  const listed = await runAsSaltdev(simulator, { client: 'runner', fun: 'jobs.list_jobs' });
  return Object.values(listed as Record<string, ListedJob>).filter((job) => job.Function === fun);
}

/** The seconds between one run and the next. */
function gaps(jobs: readonly ListedJob[]): number[] {
  const times = jobs.map(({ StartTime }) => Date.parse(`${StartTime.slice(0, 24)}Z`) / 1000);
  return times.slice(1).map((time, at) => Math.round(time - (times[at] ?? 0)));
}

function echo(text: string, more: object): object {
  return { function: 'test.echo', args: [text], ...more };
}

test('every job that is due runs while time passes, in the order of its time', async () => {
  const schedule = { slow: echo('slow', { hours: 1 }), quick: echo('quick', { minutes: 20 }) };
  await withSchedules({ web1: { schedule }, web2: { schedule } }, async (simulator) => {
    await simulator.clock.advance({ hours: 13, seconds: 30 });
    const jobs = await ran(simulator);
    const of = (id: string, text: string) =>
      jobs.filter((job) => job.Target === id && job.Arguments[0] === text);
    for (const id of ['web1', 'web2']) {
      expect(of(id, 'slow')).toHaveLength(14);
      expect(of(id, 'quick')).toHaveLength(40);
      expect(new Set(gaps(of(id, 'quick')))).toEqual(new Set([1200]));
    }
    expect(jobs.map(({ StartTime }) => StartTime)).toEqual(
      jobs.map(({ StartTime }) => StartTime).toSorted(),
    );
  });
});

test('up to 3007 an interval passes before the first run, unless it is to run on start', async () => {
  const schedule = { first: echo('first', { hours: 1 }) };
  const onStart = { second: echo('second', { hours: 1, run_on_start: true }) };
  await withSchedules(
    { web1: { schedule }, web2: { schedule: onStart } },
    async (simulator) => {
      await simulator.clock.advance({ minutes: 30 });
      expect((await ran(simulator)).map((job) => job.Arguments[0])).toEqual(['second']);
      await simulator.clock.advance({ minutes: 31 });
      expect(await ran(simulator)).toHaveLength(3);
    },
    { salt: '3007' },
  );
});

test('a minion that is down, or not accepted, runs nothing', async () => {
  const schedule = { job: echo('never', { seconds: 5 }) };
  const minions = { down: { up: false, schedule }, new1: { key: 'pending', schedule } };
  await withSchedules(minions, async (simulator) => {
    await simulator.clock.advance({ minutes: 5 });
    expect(await ran(simulator)).toEqual([]);
  });
});

test('jobs of the pillar run as those of the configuration do', async () => {
  const pillar = { schedule: { job: echo('from the pillar', { seconds: 30 }) } };
  await withSchedules({ web1: { pillar } }, async (simulator) => {
    await simulator.clock.advance({ seconds: 100 });
    expect((await ran(simulator)).map((job) => job.Arguments[0])).toEqual(
      Array.from({ length: 4 }, () => 'from the pillar'),
    );
  });
});

for (const [what, broken] of [
  ['whose interval is no number', echo('broken', { seconds: 'often' })],
  ['that is none', 5],
] as const)
  test(`a job ${what} does not run, nor do those that stand after it`, async () => {
    const schedule = { a: echo('a', { minutes: 1 }), broken, b: echo('b', { minutes: 1 }) };
    await withSchedules({ web1: { schedule } }, async (simulator) => {
      await simulator.clock.advance({ seconds: 150 });
      const names = (await ran(simulator)).map((job) => job.Arguments[0]);
      expect(new Set(names)).toEqual(new Set(['a']));
    });
  });

test('cron, when and once name the times of the clock', async () => {
  // The virtual clock begins on Friday, 2 January 2026, at 03:04:05.
  const schedule = {
    cron: echo('cron', { cron: '*/15 4 * * fri' }),
    when: echo('when', { when: ['2026-01-02 05:00', 'January 2 6:30am'] }),
    once: echo('once', { once: '2026-01-02T03:30:00' }),
  };
  await withSchedules({ web1: { schedule } }, async (simulator) => {
    await simulator.clock.advance({ hours: 24 });
    const jobs = await ran(simulator);
    const told = jobs.map((job) => `${String(job.Arguments[0])} ${job.StartTime.slice(13, 18)}`);
    expect(told).toEqual([
      'once 03:30',
      'cron 04:00',
      'cron 04:15',
      'cron 04:30',
      'cron 04:45',
      'when 05:00',
      'when 06:30',
    ]);
  });
});

test('range, until and after keep a job from running', async () => {
  const schedule = {
    range: echo('range', { minutes: 10, range: { start: '5:00am', end: '5:45am' } }),
    until: echo('until', { minutes: 10, until: '2026-01-02 03:20' }),
    after: echo('after', { hours: 1, after: '2026-01-03 00:30' }),
  };
  await withSchedules(
    { web1: { schedule } },
    async (simulator) => {
      await simulator.clock.advance({ hours: 22, minutes: 30 });
      const jobs = await ran(simulator);
      const of = (text: string) => jobs.filter((job) => job.Arguments[0] === text);
      expect(of('range')).toHaveLength(5);
      expect(of('until')).toHaveLength(1);
      expect(of('after')).toHaveLength(1);
    },
    { salt: '3007' },
  );
});

test('a job is not run more often at a time than maxrunning says', async () => {
  const sleep = { function: 'test.sleep', args: [1000], seconds: 10 };
  const schedule = { one: sleep, two: { ...sleep, maxrunning: 2 } };
  await withSchedules({ web1: { schedule } }, async (simulator) => {
    await simulator.clock.advance({ minutes: 5 });
    const running = await runAsSaltdev(simulator, { tgt: 'web1', fun: 'saltutil.running' });
    const jobs = (running as { web1: { schedule: string }[] }).web1;
    const names = jobs.map((job) => job.schedule);
    expect(names.toSorted()).toEqual(['one', 'two', 'two']);
  });
});

test('a splay puts each run off, within what it allows, and the same in every run', async () => {
  const schedule = { job: echo('x', { minutes: 10, splay: 120 }) };
  const seen: number[][] = [];
  for (const _ of [1, 2])
    await withSchedules({ web1: { schedule } }, async (simulator) => {
      await simulator.clock.advance({ hours: 5 });
      seen.push(gaps(await ran(simulator)));
    });
  const [first = []] = seen;
  expect(new Set(first).size).toBeGreaterThan(5);
  expect(Math.min(...first)).toBeGreaterThanOrEqual(600);
  expect(Math.max(...first)).toBeLessThanOrEqual(722);
  expect(seen[1]).toEqual(first);
});

test('time does not skip ahead for a schedule, whatever its jobs wait for', async () => {
  const schedule = { job: { function: 'test.sleep', args: [3], seconds: 2 } };
  await withSchedules({ web1: { schedule } }, async (simulator) => {
    await simulator.clock.advance({ seconds: 3 });
    const before = await nowOf(simulator);
    await setTimeout(50);
    expect((await nowOf(simulator)) - before).toBeLessThan(1);
  });
});

test('a schedule that came by a call runs, and is over when it is deleted', async () => {
  await withSchedules({ web1: {} }, async (simulator) => {
    const call = (fun: string, kwarg = {}) =>
      runAsSaltdev(simulator, { tgt: 'web1', fun: `schedule.${fun}`, arg: ['job'], kwarg });
    await call('add', { function: 'test.echo', job_args: ['x'], seconds: 10 });
    await simulator.clock.advance({ minutes: 1 });
    expect(await ran(simulator)).toHaveLength(6);
    await call('disable_job');
    await simulator.clock.advance({ minutes: 1 });
    expect(await ran(simulator)).toHaveLength(6);
    await call('enable_job');
    await simulator.clock.advance({ minutes: 1 });
    expect((await ran(simulator)).length).toBeGreaterThan(10);
    await call('delete');
    const count = (await ran(simulator)).length;
    await simulator.clock.advance({ minutes: 1 });
    expect(await ran(simulator)).toHaveLength(count);
  });
});

test('the same schedules and beacons give the same bytes, jids and splays included', async () => {
  const schedule = {
    often: echo('often', { seconds: 7, splay: 3 }),
    slow: { function: 'test.sleep', args: [11], seconds: 5, maxrunning: 2 },
  };
  const beacons = { status: [{ loadavg: ['all'] }, { interval: 13 }] };
  const heard: string[][] = [];
  for (const _ of [1, 2])
    await withSchedules({ web1: { schedule, beacons }, web2: { schedule } }, async (simulator) => {
      const listener = await listen(simulator.url, await logIn(simulator.url));
      try {
        await simulator.clock.advance({ minutes: 10 });
        simulator.events.fire('done');
        heard.push(await listener.until('done'));
      } finally {
        listener.close();
      }
    });
  expect(heard[0]?.length).toBeGreaterThan(200);
  expect(heard[1]).toEqual(heard[0]);
});

import { expect } from '@playwright/test';
import type { EventStream, StreamedEvent } from '../target/event-stream.ts';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { expectListed } from './expect-listed.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';
import { schedule, takeOut } from './schedule-job.ts';

/** Seconds in which a minion looks at its schedule, twice over: its loop comes round every second. */
const LOOK = 2;

/** What makes a job run once, at the minion's first look at it, on every line. */
export const AT_ONCE = { hours: 24, run_on_start: true };

/** A job in the schedule of the target's minion, and what is heard of it. */
export interface ScheduledJob {
  readonly name: string;
  readonly stream: EventStream;
  /** The returns of its runs, as they are heard of. */
  readonly runs: () => StreamedEvent[];
  /** The first return of a run, once it has come. */
  readonly firstRun: () => Promise<StreamedEvent>;
  /** What the minion notes of it. */
  readonly status: () => Promise<unknown>;
  /** Expects the minion to note this of it, before long. */
  readonly expectNoted: (expected: Readonly<Record<string, unknown>>) => Promise<void>;
}

/** Runs a trial with a job in the schedule, listening before it is there, and takes it out again. */
export async function withScheduled(
  target: Target,
  job: object,
  trial: (scheduled: ScheduledJob) => Promise<void>,
): Promise<void> {
  const name = target.unique('saltproof');
  const stream = await target.listen([await target.auth()]);
  const isRun = ({ tag, data }: StreamedEvent): boolean =>
    /^salt\/job\/\w+\/ret\//.test(tag) && data.data['schedule'] === name;
  const status = () => runOnMinion(target, 'schedule.job_status', [name]);
  try {
    const added = await schedule(target, 'add', name, { function: 'test.ping', ...job });
    expect(added).toMatchObject({ result: true });
    await target.passes(LOOK);
    await trial({
      name,
      stream,
      runs: () => stream.events().filter(isRun),
      async firstRun() {
        const run = await stream.event(isRun);
        expect(run, `a return of the job ${name}`).toBeDefined();
        return run as StreamedEvent;
      },
      status,
      expectNoted: (expected) => expectListed(status, expect.objectContaining(expected)),
    });
  } finally {
    await takeOut(target, name);
  }
}

/** The job in the master's cache that a run has become. */
export async function cachedJob(target: Target, run: StreamedEvent): Promise<unknown> {
  const jid = String(run.data.data['jid']);
  const reply = await target.get(`/jobs/${jid}`, [await target.auth()]);
  return field(reply.json(), 'info', 0);
}

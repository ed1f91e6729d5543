import { setTimeout as delay } from 'node:timers/promises';
import { NotVerified } from '../not-verified.ts';
import type { Reply } from './reply.ts';
import { field } from './return-of.ts';
import type { Requests } from './requests.ts';

/** The control API of the simulator, which no Salt API answers. */
const CONTROL = '/_saltproof';

/** How time passes for a target. */
export interface TargetClock {
  /** Whether it can be told, instead of waited for. */
  readonly isTellable: boolean;
  /**
   * Lets so many seconds pass.
   *
   * @throws NotVerified where that would take longer than the run may wait
   */
  passes(seconds: number): Promise<void>;
}

/**
 * Finds out whether the target is a simulator with a virtual clock.
 *
 * @param budget the seconds that may be waited where it is not
 */
export async function clockOf(requests: Requests, budget: number): Promise<TargetClock> {
  const isTellable = isVirtual(await requests.get(CONTROL));
  return {
    isTellable,
    passes: (seconds) => (isTellable ? advance(requests, seconds) : wait(seconds, budget)),
  };
}

function isVirtual(reply: Reply): boolean {
  if (reply.status !== 200 || !/json/.test(reply.header('Content-Type') ?? '')) return false;
  const about = reply.json();
  return field(about, 'saltproof') !== undefined && field(about, 'clock') === 'virtual';
}

async function advance(requests: Requests, seconds: number): Promise<void> {
  const { status, body } = await requests.post(`${CONTROL}/clock`, { advance: seconds });
  if (status !== 200)
    throw new Error(`The simulator did not move its clock by ${seconds} s: ${status} ${body}`);
}

async function wait(seconds: number, budget: number): Promise<void> {
  if (seconds > budget)
    throw new NotVerified(`needs ${span(seconds)} to pass; --time-budget is ${span(budget)}`);
  await delay(seconds * 1000);
}

/** A span as a reader says it: `12 h`, `90 s`. */
function span(seconds: number): string {
  if (seconds >= 3600 && seconds % 3600 === 0) return `${seconds / 3600} h`;
  if (seconds >= 120 && seconds % 60 === 0) return `${seconds / 60} min`;
  return `${seconds} s`;
}

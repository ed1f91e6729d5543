import * as fc from 'fast-check';
import { startSimulator } from '../../simulator/index.ts';
import { FLEET, MASTER_CONFIG } from '../fixture.ts';
import type { Observed, ObservedStep } from '../observed/observed.ts';
import { replay, type ReplayTarget } from '../observed/replay/replay.ts';
import { stepDifference } from '../observed/replay/step-difference.ts';
import { probe, unended } from '../probes/probe.ts';
import { lowstates } from './lowstates.ts';
import { rawRequests, type RawRequest } from './raw-requests.ts';

/** What is sent: anything that may come over a connection, or low data as users mean it. */
export const SUBJECTS = { requests: rawRequests, lowstate: lowstates } as const;
export type Subject = keyof typeof SUBJECTS;

/** What is to be compared, and for how long. */
export interface Search {
  /** A real salt-api with the oracle's configuration and fleet. */
  readonly url: string;
  /** The Salt line that it is of. */
  readonly line: string;
  readonly of: Subject;
  readonly seed: number;
  /** Requests at the most. */
  readonly runs: number;
  /** Seconds at the most. */
  readonly seconds: number;
  /** Where to begin again: fast-check's path of a counterexample. */
  readonly path?: string;
}

/** How a search ended; the counterexample is as small as it could be made. */
export interface Found {
  readonly runs: number;
  readonly counterexample?: {
    readonly request: RawRequest;
    readonly difference: string;
    readonly seed: number;
    readonly path: string;
  };
}

/**
 * Sends random requests, valid and broken, to a real salt-api and to a simulator of the same line,
 * until a pair of replies differs or runs or time are used up.
 */
export async function findDifference(search: Search): Promise<Found> {
  const { seed, runs, seconds, path } = search;
  const property = fc.asyncProperty(SUBJECTS[search.of], async (request) => {
    const difference = await differenceOf(request, search);
    if (difference !== undefined) throw new Error(difference);
  });
  const details = await fc.check(property, {
    seed,
    numRuns: runs,
    interruptAfterTimeLimit: seconds * 1000,
    markInterruptAsFailure: false,
    ...(path !== undefined && { path }),
  });
  const [request] = details.counterexample ?? [];
  if (request === undefined) return { runs: details.numRuns };
  const difference =
    details.errorInstance instanceof Error ? details.errorInstance.message : 'no reply';
  return {
    runs: details.numRuns,
    counterexample: {
      request,
      difference,
      seed: details.seed,
      path: details.counterexamplePath ?? '',
    },
  };
}

/**
 * How the simulator's reply to a request differs from real Salt's, undefined where it does not.
 * What differs is tried again: a busy machine makes real Salt look silent.
 */
async function differenceOf(
  request: RawRequest,
  { url, line }: Search,
): Promise<string | undefined> {
  const script = scriptOf(request);
  let difference: string | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const {
      steps: [real],
    } = await replay(script, targetAt(url));
    const simulated = await replaySimulated(script, line);
    if (real === undefined) throw new Error('The replay gave no step.');
    difference = stepDifference(real, simulated);
    if (difference === undefined) return undefined;
  }
  return difference;
}

const ATTEMPTS = 3;

/** One request over a bare connection, after a log-in where it carries a session. */
function scriptOf(request: RawRequest): Observed {
  const asker = request.includes('<session 1>') ? 'saltdev' : 'nobody';
  return probe('differential', asker, unended(request));
}

async function replaySimulated(script: Observed, line: string): Promise<ObservedStep | undefined> {
  const simulator = await startSimulator({
    config: MASTER_CONFIG,
    fleet: FLEET,
    salt: line,
    clock: 'wall',
    port: 0,
  });
  try {
    const {
      steps: [step],
    } = await replay(script, targetAt(simulator.url));
    return step;
  } finally {
    await simulator.close();
  }
}

/** A target in real time, where nothing of a script needs any to pass. */
function targetAt(url: string): ReplayTarget {
  return { url, now: Date.now(), advance: () => Promise.resolve() };
}

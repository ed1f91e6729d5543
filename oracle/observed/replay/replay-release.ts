import { Agent, request } from 'undici';
import { startSimulator, type Simulator } from '../../../simulator/index.ts';
import { FLEET, MASTER_CONFIG } from '../../fixture.ts';
import { LIVES } from '../../salt/lives.ts';
import { apiOfSetting, netapiConfig } from '../../salt/netapi-settings.ts';
import { makeRunDirectory, removeRunDirectory } from '../../salt/run-directory.ts';
import { writeServedFiles } from '../../salt/served-files.ts';
import type { ComparedStep } from './comparison.ts';
import type { Observed } from '../observed.ts';
import { replay } from './replay.ts';
import { stepDifference } from './step-difference.ts';

/** How many observations are replayed side by side; most of the time of each is waiting. */
const LANES = 4;

/** Replays what was observed of a release, each on a simulator of its own, and compares every settled step. */
export async function replayRelease(
  release: string,
  everything: readonly Observed[],
): Promise<ComparedStep[]> {
  const compared: ComparedStep[][] = [];
  const rest = everything.entries();
  const files = makeRunDirectory();
  const lane = async (): Promise<void> => {
    for (const [at, observed] of rest) compared[at] = await replayOne(release, observed, files);
  };
  try {
    writeServedFiles(files);
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    removeRunDirectory(files);
  }
  return compared.flat();
}

/** @param files where the files are that some settings serve */
async function replayOne(
  release: string,
  observed: Observed,
  files: string,
): Promise<ComparedStep[]> {
  const config = {
    ...MASTER_CONFIG,
    ...LIVES[observed.lives],
    ...netapiConfig(observed.netapi, files),
  };
  const simulator = await startSimulator({
    config,
    fleet: FLEET,
    salt: release,
    netapi: [apiOfSetting(observed.netapi)],
    clock: 'virtual',
    port: 0,
  });
  try {
    const advance = (seconds: number): Promise<void> => simulator.clock.advance({ seconds });
    const now = await presentOf(simulator);
    const { steps: actual } = await replay(observed, { url: simulator.url, now, advance });
    return observed.steps.flatMap((step, at) => {
      if (step.kind === 'passes' || step.unsettled === true) return [];
      return [{ id: observed.id, step: at + 1, difference: stepDifference(step, actual[at]) }];
    });
  } finally {
    await simulator.close();
  }
}

/** A simulator's present, in whole milliseconds since the epoch: no job of it is from before. */
async function presentOf({ control }: Simulator): Promise<number> {
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
  const { body } = await request(control, { dispatcher });
  const { now } = (await body.json()) as { now: number };
  await dispatcher.close();
  return Math.floor(now * 1000);
}

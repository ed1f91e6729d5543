import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { FLEET, MASTER_CONFIG } from '../fixture.ts';
import { LIVES } from '../lives.ts';
import type { ComparedStep } from './comparison.ts';
import type { Observed } from './observed.ts';
import { replay } from './replay.ts';
import { stepDifference } from './step-difference.ts';

/** Replays what was observed of a release, each on a simulator of its own, and compares every settled step. */
export async function replayRelease(
  release: string,
  everything: readonly Observed[],
): Promise<ComparedStep[]> {
  const compared: ComparedStep[] = [];
  for (const observed of everything) compared.push(...(await replayOne(release, observed)));
  return compared;
}

async function replayOne(release: string, observed: Observed): Promise<ComparedStep[]> {
  const config = { ...MASTER_CONFIG, ...LIVES[observed.lives] };
  const simulator = await startSimulator({
    config,
    fleet: FLEET,
    salt: release,
    clock: 'virtual',
    port: 0,
  });
  try {
    const advance = (seconds: number): Promise<void> => simulator.clock.advance({ seconds });
    const now = await presentOf(simulator);
    const actual = await replay(observed, { url: simulator.url, now, advance });
    return observed.steps.flatMap((step, at) => {
      if (step.kind === 'passes' || step.unsettled === true) return [];
      return [{ id: observed.id, step: at + 1, difference: stepDifference(step, actual[at]) }];
    });
  } finally {
    await simulator.close();
  }
}

/** A simulator's present, in milliseconds since the epoch. */
async function presentOf({ control }: Simulator): Promise<number> {
  const { now } = (await (await fetch(control)).json()) as { now: number };
  return now * 1000;
}

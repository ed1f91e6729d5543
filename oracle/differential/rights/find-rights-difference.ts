import * as fc from 'fast-check';
import { profileFor } from '../../../simulator/master/versions/versions.ts';
import { repr } from '../../../simulator/python/repr.ts';
import { dict, type PyValue } from '../../../simulator/python/value.ts';
import { startRealRights } from '../../rights/real-rights.ts';
import type { RightsCase, Verdict } from '../../rights/rights-case.ts';
import { simulatedVerdict } from '../../rights/simulated-verdict.ts';
import { rightsCases } from './rights-cases.ts';

/** What is to be compared, and for how long. */
export interface RightsSearch {
  readonly line: string;
  readonly seed: number;
  /** Cases at the most. */
  readonly runs: number;
  /** Seconds at the most. */
  readonly seconds: number;
  /** Where to begin again: fast-check's path of a counterexample. */
  readonly path?: string;
  readonly say?: (text: string) => void;
}

/** How a search ended. */
export interface RightsFound {
  readonly agrees: boolean;
  /** A sentence, and the case as Python would write it where one differs. */
  readonly text: string;
}

/** Asks random cases of Salt's own checks and of the simulator's, until a verdict differs. */
export async function findRightsDifference(search: RightsSearch): Promise<RightsFound> {
  const { line, seed, runs, seconds, path, say } = search;
  const profile = profileFor(line);
  const real = await startRealRights(line, say);
  try {
    const counts = new Map<Verdict['outcome'], number>();
    const property = fc.asyncProperty(rightsCases, async (given) => {
      const verdict = await real.verdict(given);
      counts.set(verdict.outcome, (counts.get(verdict.outcome) ?? 0) + 1);
      const difference = differenceOf(verdict, simulatedVerdict(given, profile), given);
      if (difference !== undefined) throw new Error(difference);
    });
    const { counterexample, numRuns, counterexamplePath, errorInstance } = await fc.check(
      property,
      {
        seed,
        numRuns: runs,
        interruptAfterTimeLimit: seconds * 1000,
        markInterruptAsFailure: false,
        ...(path !== undefined && { path }),
      },
    );
    const [given] = counterexample ?? [];
    if (given === undefined) {
      const tally = [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
      return {
        agrees: true,
        text: `${numRuns} rights (seed ${seed}: ${tally}): no verdict differs.`,
      };
    }
    const difference = errorInstance instanceof Error ? errorInstance.message : 'no verdict';
    const place = `seed ${seed}, path ${counterexamplePath ?? ''}`;
    return {
      agrees: false,
      text: `After ${numRuns} rights (${place}) a verdict differs:\n${described(given)}\n${difference}`,
    };
  } finally {
    real.stop();
  }
}

/** The perms of several groups come in the order of a Python set, where chance says which of 0 and False stands. */
function differenceOf(
  real: Verdict,
  simulated: Verdict,
  { groups }: RightsCase,
): string | undefined {
  const parts = ['outcome', 'rules', 'perms'] as const;
  const part = parts.find(
    (name) => real[name] !== simulated[name] && !(name === 'perms' && groups.length > 1),
  );
  if (part === undefined) return undefined;
  return `${part}: real ${real[part] ?? 'none'}, simulated ${simulated[part] ?? 'none'} (${JSON.stringify(real)})`;
}

function described({ targets, call, groups, ...rest }: RightsCase): string {
  const asked = { ...call, ...('minions' in call && { minions: [...call.minions] }) };
  return repr(
    dict({
      ...rest,
      groups: [...groups],
      call: dict(asked as Record<string, PyValue>),
      targets: new Map([...targets].map(([target, ids]) => [target, [...ids]])),
    }),
  );
}

import type { RunResult, Verdict } from '../report/result.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

const VERDICT_EXITS: Readonly<Record<Verdict, ExitCode>> = {
  conformant: EXIT.conformant,
  'not conformant': EXIT.notConformant,
  incomplete: EXIT.notConformant,
};

/** What `check` ends with for its result, and `report` for one that it reads or merges. */
export function exitCodeOf({ requirements, verdict }: RunResult): ExitCode {
  const brokeDown = requirements.some(({ outcome }) => outcome === 'harness error');
  return brokeDown && verdict === 'incomplete' ? EXIT.ownFault : VERDICT_EXITS[verdict];
}

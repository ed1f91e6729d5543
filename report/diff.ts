import { printable } from './printable.ts';
import { wasLeftOut } from './left-out.ts';
import type { Outcome, RequirementResult, RunResult } from './result.ts';

/** What changed for one requirement between two runs. */
export interface Change {
  readonly id: string;
  /** Absent where the requirement was not there. */
  readonly before?: RequirementResult;
  readonly after?: RequirementResult;
}

/** The requirements whose outcome differs between two runs, sorted by id. */
export function diffResults(before: RunResult, after: RunResult): Change[] {
  const old = new Map(before.requirements.map((result) => [result.id, result]));
  const now = new Map(after.requirements.map((result) => [result.id, result]));
  const ids = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return ids
    .map((id): Change => {
      const [was, is] = [old.get(id), now.get(id)];
      return { id, ...(was && { before: was }), ...(is && { after: is }) };
    })
    .filter(({ before: was, after: is }) => was?.outcome !== is?.outcome);
}

/** How bad an outcome is; a requirement that was not there is as one that could not be tried. */
const BADNESS: Readonly<Record<Outcome, number>> = {
  pass: 0,
  'not applicable': 0,
  known: 1,
  'not verified': 2,
  'harness error': 3,
  fail: 4,
};

/** Whether a requirement came out worse than before; one that is gone, or that an option left out, did not. */
export function isWorse({ before, after }: Change): boolean {
  if (after === undefined || wasLeftOut(after)) return false;
  return BADNESS[after.outcome] > BADNESS[before?.outcome ?? 'not verified'];
}

/** A change as a line: `cherrypy.login.yaml: pass -> fail`. */
export function describeChange({ id, before, after }: Change): string {
  return `${printable(id)}: ${before?.outcome ?? 'not there'} -> ${after?.outcome ?? 'gone'}`;
}

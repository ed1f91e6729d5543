import { printable } from './printable.ts';
import type { RequirementResult, RunResult } from './result.ts';

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

/** A change as a line: `cherrypy.login.yaml: pass -> fail`. */
export function describeChange({ id, before, after }: Change): string {
  return `${printable(id)}: ${before?.outcome ?? 'not there'} -> ${after?.outcome ?? 'gone'}`;
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OBSERVED_DIRECTORY } from '../observed-files.ts';

/**
 * Steps that the simulator does not answer as real Salt yet, by release and id, counted from 1. What
 * is not among them must be equal, so that nothing gets lost on the way to an empty list.
 */
export type Pending = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

const FILE = 'pending.json';

/** The pending steps: fixtures/observed/pending.json. */
export function readPending(directory = OBSERVED_DIRECTORY): Pending {
  return JSON.parse(readFileSync(join(directory, FILE), 'utf8')) as Pending;
}

/** Keeps the pending steps, an id a line. */
export function writePending(pending: Pending, directory = OBSERVED_DIRECTORY): void {
  const releases = Object.entries(pending).map(([release, ids]) => {
    const lines = Object.entries(ids).map(
      ([id, steps]) => `  ${JSON.stringify(id)}: ${JSON.stringify(steps)}`,
    );
    return ` ${JSON.stringify(release)}: {\n${lines.join(',\n')}\n }`;
  });
  writeFileSync(join(directory, FILE), `{\n${releases.join(',\n')}\n}\n`);
}

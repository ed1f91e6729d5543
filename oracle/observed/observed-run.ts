import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordingFile } from '../../specs/recording.ts';
import type { Lives } from '../salt/lives.ts';
import { sharedLogIns } from './normalise/log-ins.ts';
import { observedProbes } from './observe-probes.ts';
import { isLeftOut } from './left-out.ts';
import { observe } from './normalise/observe.ts';
import type { Observed } from './observed.ts';

/** Everything that a run of test:real recorded, normalised; what it repeated with short lives only from there, and the probes. */
export function observedRun(outDir: string): Observed[] {
  const short = observedIn(join(outDir, 'short-lives', 'recording'), 'short');
  const repeated = new Set(short.map(({ id }) => id));
  const normal = observedIn(join(outDir, 'recording'), 'normal');
  const first = normal.filter(({ id }) => !repeated.has(id));
  return [...first, ...short, ...observedProbes(outDir)].filter(({ id }) => !isLeftOut(id));
}

function observedIn(directory: string, lives: Lives): Observed[] {
  if (!existsSync(directory)) return [];
  const files = readdirSync(directory).map(
    (name) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as RecordingFile,
  );
  const logIns = sharedLogIns(files.flatMap(({ recordings }) => recordings));
  return files.flatMap((file) =>
    file.recordings.map((recording) => observe(recording, { ...file, lives }, logIns)),
  );
}

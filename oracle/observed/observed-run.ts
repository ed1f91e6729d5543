import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordingFile } from '../../specs/recording.ts';
import type { SaltApi } from '../../specs/run-options.ts';
import type { Lives } from '../salt/lives.ts';
import { SETTING_OF_API } from '../salt/netapi-settings.ts';
import { recordingDirectory } from '../run-directories.ts';
import { sharedLogIns } from './normalise/log-ins.ts';
import { observedProbes } from './observe-probes.ts';
import { isLeftOut } from './left-out.ts';
import { observe } from './normalise/observe.ts';
import type { Observed } from './observed.ts';

/** Everything that a run of test:real recorded, normalised; what it repeated with short lives only from there, and the probes. */
export function observedRun(outDir: string): Observed[] {
  const modules = (Object.keys(SETTING_OF_API) as SaltApi[]).flatMap((api) =>
    observedOf(api, outDir),
  );
  return [...modules, ...observedProbes(outDir)].filter(({ id }) => !isLeftOut(id));
}

function observedOf(api: SaltApi, outDir: string): Observed[] {
  const short = observedIn(outDir, 'short', api);
  const repeated = new Set(short.map(({ id }) => id));
  const normal = observedIn(outDir, 'normal', api);
  return [...normal.filter(({ id }) => !repeated.has(id)), ...short];
}

function observedIn(outDir: string, lives: Lives, api: SaltApi): Observed[] {
  const directory = recordingDirectory(outDir, lives, api);
  if (!existsSync(directory)) return [];
  const files = readdirSync(directory).map(
    (name) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as RecordingFile,
  );
  const logIns = sharedLogIns(files.flatMap(({ recordings }) => recordings));
  const netapi = SETTING_OF_API[api];
  const setting = { lives, ...(netapi !== undefined && { netapi }) };
  return files.flatMap((file) =>
    file.recordings.map((recording) => observe(recording, { ...file, ...setting }, logIns)),
  );
}

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../report/formats.ts';
import { mergeResults } from '../report/merge.ts';
import { apiOf, type RunResult } from '../report/result.ts';
import type { SaltApi } from '../specs/run-options.ts';
import type { Lives } from './salt/lives.ts';
import { SETTING_OF_API } from './salt/netapi-settings.ts';
import { startOracle } from './salt/oracle.ts';
import { outOfTime } from './real-verdict.ts';
import { runCheck } from './run-check.ts';
import { runDirectory } from './run-directories.ts';

/** The modules of salt-api that real Salt has, in the order in which they are judged. */
const MODULES = Object.keys(SETTING_OF_API) as readonly SaltApi[];

/**
 * Runs the whole suite against a real Salt of one line, each of its modules; what would take hours
 * there is tried once more on one whose jobs live for seconds.
 *
 * @param outDir takes the report on all of it, and the raw recordings as recordingDirectory names
 *   them; what was there is thrown away
 * @param ids only these requirements
 */
export async function testLine(
  line: string,
  outDir: string,
  say: (text: string) => void,
  ids?: readonly string[],
): Promise<RunResult> {
  rmSync(outDir, { recursive: true, force: true });
  const first = await checkOracle('normal', { line, outDir, ids }, say);
  const late = first.flatMap(outOfTime);
  const second =
    late.length === 0 ? [] : await checkOracle('short', { line, outDir, ids: late }, say);
  const result = mergeResults([...first, ...second]);
  for (const { file, render } of [FORMATS.json, FORMATS.html, FORMATS.junit])
    writeFileSync(join(outDir, file), render(result));
  return result;
}

/** What a real Salt of one line is to be asked. */
interface Questions {
  readonly line: string;
  readonly outDir: string;
  readonly ids: readonly string[] | undefined;
}

/**
 * Judges each module that the ids are of, each on a master of its own: what others asked is in no
 * list of jobs then, and real Salt does not answer well under load.
 */
async function checkOracle(
  lives: Lives,
  { line, outDir, ids }: Questions,
  say: (text: string) => void,
): Promise<RunResult[]> {
  const results: RunResult[] = [];
  for (const api of MODULES) {
    const only = ids?.filter((id) => apiOf(`${id}.`) === api);
    if (only?.length === 0) continue;
    const oracle = await startOracle({ line, lives, say });
    try {
      const setting = SETTING_OF_API[api];
      const url = setting === undefined ? oracle.url : (await oracle.startApi(setting)).url;
      const run = { api, url, line, outDir: runDirectory(outDir, lives, api) };
      results.push(await runCheck({ ...run, ...(only !== undefined && { only }) }));
    } finally {
      await oracle.stop();
    }
  }
  return results;
}

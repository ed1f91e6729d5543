import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readResult } from '../report/read.ts';
import type { RunResult } from '../report/result.ts';
import type { SaltApi } from '../specs/run-options.ts';
import { beforeExit } from './processes/before-exit.ts';
import { MASTER_CONFIG } from './fixture.ts';
import { ProcessGroup } from './processes/process-group.ts';
import { ORACLE_USER } from './salt/salt-client.ts';

/** The compiled command line, as somebody who installs the package runs it. */
const SALTPROOF = join(import.meta.dirname, '..', 'dist', 'cli', 'saltproof.js');

/** The master's user with few rights; the shared secret is the password of all. */
const LIMITED = `limited:${MASTER_CONFIG.sharedsecret}`;

/** What `saltproof check` is to do with a real salt-api. */
export interface CheckRun {
  /** The module that answers there. */
  readonly api: SaltApi;
  readonly url: string;
  /** `3006`, `3007` or `3008`. */
  readonly line: string;
  /** Where the report goes; its folder `recording` takes the raw exchanges. What was there is thrown away. */
  readonly outDir: string;
  /** Only these requirements. @default all */
  readonly only?: readonly string[];
}

/**
 * Runs `saltproof check` against a real salt-api, writes allowed, and shows what it prints.
 *
 * @throws Error where it comes to no result: the target does not answer, or saltproof fails
 */
export async function runCheck({ api, url, line, outDir, only }: CheckRun): Promise<RunResult> {
  rmSync(outDir, { recursive: true, force: true });
  const args = [SALTPROOF, 'check', url, '--api', api, '--salt', line];
  args.push('--username', ORACLE_USER.username, '--eauth', ORACLE_USER.eauth);
  args.push('--allow', 'writes', '--fail-on', 'should');
  args.push('--out', outDir, '--record', join(outDir, 'recording'));
  if (only !== undefined) args.push('--only', only.join(','));
  const env = {
    ...process.env,
    SALTPROOF_PASSWORD: ORACLE_USER.password,
    SALTPROOF_LIMITED: LIMITED,
  };
  const code = await exitCode(args, env);
  // 1 says "not conformant": a result like any other.
  if (code !== 0 && code !== 1)
    throw new Error(`saltproof check ${url} came to no result: it ended with ${code}.`);
  return readResult(join(outDir, 'results.json'));
}

async function exitCode(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  const group = new ProcessGroup(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  });
  const takeBack = beforeExit(() => group.signal('SIGKILL'));
  try {
    return await new Promise((resolve, reject) => {
      group.child.once('error', reject);
      group.child.once('close', resolve);
    });
  } finally {
    takeBack();
  }
}

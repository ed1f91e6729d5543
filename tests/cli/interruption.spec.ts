import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { RunResult } from '../../report/result.ts';
import { serveStub } from '../suite/stub-master.ts';
import { start } from './saltproof.ts';

let out: string;
test.beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'saltproof-interrupted-'));
});
test.afterEach(() => rmSync(out, { recursive: true, force: true }));

/** Processes that were started with this directory among their arguments. */
function processesOf(directory: string): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(directory));
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  test(`check ended by ${signal} keeps what it found out, leaves nobody behind and ends with ${code}`, async () => {
    // A target that falls silent after the log-in keeps the run going until it is ended.
    let isSilent = false;
    const silent = (): void => void (isSilent = true);
    const server = await serveStub({ 'GET /': silent, 'GET /login': silent });
    const args = ['check', server.url, '--username', 'me', '--password', 'x', '--out', out];
    const run = start(args);
    try {
      await run.prints(/requirements on /);
      await expect.poll(() => isSilent, { timeout: 60_000 }).toBe(true);
      run.child.kill(signal);
      const ended = await run.ended;
      expect(ended.stderr).toContain(
        `saltproof: ended by ${signal}; the report holds what was tried before.`,
      );
      expect(ended.code).toBe(code);
      const result = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as RunResult;
      expect(result.verdict).not.toBe('conformant');
      expect(result.requirements.map(({ cause }) => cause)).toContain('the run was interrupted');
      expect(result.requirements.map(({ outcome }) => outcome)).not.toContain('harness error');
      expect(existsSync(join(out, 'index.html'))).toBe(true);
      await expect.poll(() => processesOf(out), { timeout: 60_000 }).toEqual([]);
    } finally {
      run.child.kill('SIGKILL');
      await server.close();
    }
  });

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** The welcome that the target does not give; a requirement asks for one or two, and again if it fails. */
const SILENT_FROM = 9;

/** Processes that were started with this directory among their arguments. */
function processesOf(directory: string): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(directory));
}

test('check ended before anything was tried leaves an earlier report as it was', async () => {
  const files = ['index.html', 'results.json', 'junit.xml'].map((name) => join(out, name));
  for (const file of files) writeFileSync(file, `an earlier ${file}`);
  let isSilent = false;
  const server = await serveStub({ 'POST /': () => void (isSilent = true) });
  const run = start(['check', server.url, '--username', 'me', '--password', 'x', '--out', out]);
  try {
    await expect.poll(() => isSilent, { timeout: 60_000 }).toBe(true);
    run.child.kill('SIGINT');
    const { code, stderr } = await run.ended;
    expect(stderr).toContain('saltproof: ended by SIGINT; nothing was tried, there is no report.');
    expect(code).toBe(130);
    for (const file of files) expect(readFileSync(file, 'utf8')).toBe(`an earlier ${file}`);
    expect(readdirSync(out)).toHaveLength(files.length);
  } finally {
    run.child.kill('SIGKILL');
    await server.close();
  }
});

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  test(`check ended by ${signal} keeps what it found out, leaves nobody behind and ends with ${code}`, async () => {
    // A target that falls silent once some requirements were tried keeps the run going until it is ended.
    let welcomes = 0;
    const server = await serveStub({
      'GET /': (_, res) => void ((welcomes += 1) < SILENT_FROM && res.writeHead(500).end()),
    });
    const args = ['check', server.url, '--username', 'me', '--password', 'x', '--out', out];
    const run = start(args);
    try {
      await run.prints(/requirements on /);
      await expect.poll(() => welcomes, { timeout: 60_000 }).toBeGreaterThanOrEqual(SILENT_FROM);
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

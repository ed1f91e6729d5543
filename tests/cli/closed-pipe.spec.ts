import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { SALTPROOF } from './saltproof.ts';

/** What each command ends with, whether somebody reads it to the end or not. */
const LINES: readonly (readonly [args: string, code: number])[] = [
  ['check --only cherrypy.login --out .', 0],
  ['report results.json', 0],
  ['report --matrix results.json', 0],
  ['report --format html results.json', 0],
  ['list', 0],
  ['explain cherrypy.login.welcome', 0],
  ['--help', 0],
  ['frobnicate', 2],
];

test('a pipe that nobody reads any longer changes no exit code, and no report is lost', () => {
  const directory = mkdtempSync(join(tmpdir(), 'saltproof-pipe-'));
  const read = (name: string): string => readFileSync(join(directory, name), 'utf8');
  try {
    for (const [line, code] of LINES) {
      const script = `{ "${process.execPath}" "${SALTPROOF}" ${line}; echo $? >code; } 2>errors | true`;
      spawnSync('bash', ['-c', script], { cwd: directory });
      expect([line, read('code')]).toEqual([line, `${code}\n`]);
      expect(read('errors')).not.toContain('EPIPE');
    }
    expect(existsSync(join(directory, 'index.html'))).toBe(true);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

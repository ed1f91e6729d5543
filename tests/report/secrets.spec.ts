import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { RunResult } from '../../report/result.ts';
import { saltproof, whileServing } from '../cli/saltproof.ts';

const PASSWORD = 'Corr3ct&horse "1"';

test('no file of a report and no format of it holds the password or a whole token', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'saltproof-secrets-'));
  const fleet = join(directory, 'fleet.json');
  writeFileSync(
    fleet,
    JSON.stringify({ minions: { web1: {} }, users: { saltdev: { password: PASSWORD } } }),
  );
  try {
    await whileServing(['--fleet', fleet, '--clock', 'virtual'], async (url) => {
      const out = join(directory, 'out');
      const env = { SALTPROOF_PASSWORD: PASSWORD };
      const args = [
        'check',
        url,
        '--username',
        'saltdev',
        '--only',
        'cherrypy.login',
        '--out',
        out,
      ];
      const { stdout, stderr } = await saltproof(args, { env });
      const results = join(out, 'results.json');
      const shown = [
        stdout,
        stderr,
        ...readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8')),
      ];
      for (const format of ['html', 'json', 'junit', 'markdown', 'badge'])
        shown.push((await saltproof(['report', results, '--format', format])).stdout);
      const run = JSON.parse(readFileSync(results, 'utf8')) as RunResult;
      expect(run.requirements.flatMap(({ exchanges }) => exchanges).length).toBeGreaterThan(3);
      for (const text of shown) {
        expect(text).not.toMatch(/Corr3ct/);
        expect(text).not.toMatch(/(?<![0-9a-z])[0-9a-f]{40}(?![0-9a-z])/);
      }
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

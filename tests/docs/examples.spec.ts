import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fromYaml } from './from-yaml.ts';
import { startSimulator } from '../../simulator/index.ts';
import { SALTPROOF } from '../cli/saltproof.ts';
import { urlOfNobody } from '../suite/local-server.ts';

/*
 * The examples of the documents are run: those marked `run`, in the order of their document. What
 * they promise to print stands behind `# ->` or `// ->`.
 */

const ROOT = join(import.meta.dirname, '..', '..');
const DOCUMENTS = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs')).map((name) => join('docs', name)),
];

function examples(document: string, language: string): string {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const blocks = text.matchAll(/^```(\w+) run\n([\s\S]*?)^```$/gm);
  return [...blocks]
    .filter(([, name]) => name === language)
    .map(([, , code]) => code)
    .join('\n');
}

function promises(code: string): string[] {
  return [...code.matchAll(/(?:#|\/\/) -> (.*)$/gm)].map(([, said = '']) => said);
}

for (const document of DOCUMENTS) {
  const shell = examples(document, 'sh');
  if (shell !== '')
    test(`the commands of ${document} do what they say`, async () => {
      const directory = mkdtempSync(join(tmpdir(), 'saltproof-docs-'));
      const port = new URL(await urlOfNobody()).port;
      const npx = join(directory, 'npx');
      writeFileSync(npx, `#!/bin/sh\nshift\nexec "${process.execPath}" "${SALTPROOF}" "$@"\n`);
      chmodSync(npx, 0o755);
      // What was started in the background is ended with the script.
      const script = `
        curl() { command curl --retry 60 --retry-delay 1 --retry-connrefused "$@"; }
        trap 'kill $(jobs -p) 2>/dev/null || :; wait || :' EXIT
        set -e
        ${shell.replaceAll('8000', port)}`;
      try {
        const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
          cwd: directory,
          encoding: 'utf8',
          env: { ...process.env, PATH: `${directory}:${process.env['PATH']}` },
          timeout: 110_000,
        });
        for (const said of promises(shell)) expect(stdout).toContain(said);
        expect([status, stderr]).toEqual([0, '']);
      } finally {
        rmSync(directory, { recursive: true, force: true });
      }
    });

  const code = examples(document, 'js');
  if (code !== '')
    test(`the program of ${document} does what it says`, () => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--input-type=module', '--eval', code],
        { cwd: ROOT, encoding: 'utf8' },
      );
      expect([status, stderr]).toEqual([0, '']);
      for (const said of promises(code)) expect(stdout).toContain(said);
    });
}

test('the fleet of docs/fleet-file.md is one', async () => {
  const fleet = fromYaml(examples('docs/fleet-file.md', 'yaml'));
  await (await startSimulator({ fleet })).close();
});

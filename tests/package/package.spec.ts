import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const ROOT = join(import.meta.dirname, '..', '..');

/*
 * The package as somebody installs it. Its dependencies are those of this repository, linked, so
 * that no network is needed; what is packed is unpacked as npm would.
 */
test('what npm packs runs from an empty project, as a command and as a library', () => {
  const project = mkdtempSync(join(tmpdir(), 'saltproof-package-'));
  const run = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { cwd: project, encoding: 'utf8' });
  try {
    // Scripts are left out: prepack would build dist/ anew beneath the other tests.
    execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', project], {
      cwd: ROOT,
    });
    const [tarball = ''] = readdirSync(project).filter((name) => name.endsWith('.tgz'));
    const modules = join(project, 'node_modules');
    mkdirSync(join(modules, 'saltproof'), { recursive: true });
    run('tar', 'xzf', tarball, '-C', join(modules, 'saltproof'), '--strip-components=1');
    for (const name of readdirSync(join(ROOT, 'node_modules')))
      symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    const command = join(modules, 'saltproof', 'dist', 'cli', 'saltproof.js');
    const output = run(command, 'check', '--only', 'cherrypy.login');
    expect(output).toMatch(/CONFORMANT[\s\S]*\n[1-9]\d* passed, 0 failed, \d+ skipped\n$/);
    const program = `
      import { startSimulator } from 'saltproof';
      const master = await startSimulator();
      process.stdout.write(String((await fetch(master.url)).status));
      await master.close();`;
    expect(run(process.execPath, '--input-type=module', '--eval', program)).toBe('200');
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
});

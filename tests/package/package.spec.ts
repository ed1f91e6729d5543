import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const ROOT = join(import.meta.dirname, '..', '..');

/** A program that uses every type the library has; the compiler looks into the types of the package too. */
const TYPED = `
  import { InputError, startSimulator, type Simulator, type SimulatorOptions } from 'saltproof';
  const options: SimulatorOptions = { fleet: { minions: {} }, salt: '3008' };
  const master: Simulator = await startSimulator(options);
  await master.clock.advance({ hours: 13 });
  master.events.fire('my/tag', { a: 1 });
  const paths: string[] = master.journal.requests().map(({ path }) => path);
  const error: Error = new InputError(paths.join());
  type IsTyped<T> = 0 extends 1 & T ? false : true;
  const typed: IsTyped<SimulatorOptions> & IsTyped<Simulator> = true;
  await master.close();
  throw typed ? error : null;
`;

/*
 * The package as somebody installs it. Its dependencies are those of this repository, linked, so
 * that no network is needed; what is packed is unpacked as npm would.
 */
test('what npm packs runs from an empty project, as a command and as a library, and is typed', () => {
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
    // Types that nobody installs with the package are not there.
    for (const name of readdirSync(join(ROOT, 'node_modules')).filter((name) => name !== '@types'))
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
    writeFileSync(join(project, 'typed.mts'), TYPED);
    const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022'];
    run(process.execPath, compiler, ...options, '--lib', 'es2022', 'typed.mts');
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
});

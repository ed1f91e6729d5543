import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { keysOf } from '../target/return-of.ts';
import { runOnMinion } from '../netapi/run-on-minion.ts';

const needs = ['minion'] as const;

/** What a module's documentation says, as seen on every line. */
function documentedIn(module: string) {
  return { documented: `salt.modules.${module}`, observed: EVERY_LINE };
}

requirement(
  'cherrypy.service-module.status',
  {
    level: 'must',
    text: 'service.get_all answers a sorted list; status answers whether a service runs, for a glob an object of all that match; of an unknown service it is false.',
    source: documentedIn('service'),
    needs,
  },
  async ({ target }) => {
    const all = (await runOnMinion(target, 'service.get_all')) as string[];
    expect(all).toEqual(all.toSorted());
    const running = await runOnMinion(target, 'service.status', ['*']);
    // The others may come and go between two questions.
    expect(keysOf(running)).toEqual(expect.arrayContaining(all.slice(0, 1)));
    for (const state of Object.values(running as object)) expect(typeof state).toBe('boolean');
    expect(await runOnMinion(target, 'service.status', [target.unique('service')])).toBe(false);
  },
);

requirement(
  'cherrypy.service-module.unknown',
  {
    level: 'should',
    text: 'A service that is not there is missing, and neither available nor enabled.',
    source: documentedIn('service'),
    needs,
  },
  async ({ target }) => {
    const name = target.unique('service');
    expect(await runOnMinion(target, 'service.missing', [name])).toBe(true);
    expect(await runOnMinion(target, 'service.available', [name])).toBe(false);
    expect(await runOnMinion(target, 'service.enabled', [name])).toBe(false);
  },
);

requirement(
  'cherrypy.pkg-module.version',
  {
    level: 'must',
    text: 'pkg.list_pkgs answers versions by name, which pkg.version answers as well; of a package that is not installed it is an empty text, of several packages an object.',
    source: documentedIn('pkg'),
    needs,
  },
  async ({ target }) => {
    const installed = (await runOnMinion(target, 'pkg.list_pkgs')) as Record<string, unknown>;
    const [name = ''] = Object.keys(installed);
    const version = installed[name];
    expect(typeof version).toBe('string');
    expect(await runOnMinion(target, 'pkg.version', [name])).toBe(version);
    const missing = target.unique('package');
    expect(await runOnMinion(target, 'pkg.version', [missing])).toBe('');
    expect(await runOnMinion(target, 'pkg.version', [name, missing])).toEqual({
      [name]: version,
      [missing]: '',
    });
  },
);

requirement(
  'cherrypy.cmd-module.run',
  {
    level: 'must',
    text: 'cmd.run answers what a command wrote, without the last line end; its code is that of the job.',
    source: documentedIn('cmdmod'),
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'cmd.run', ['echo some words'])).toBe('some words');
    expect(await runOnMinion(target, 'cmd.run', ['exit 3'], { full_return: true })).toMatchObject({
      ret: '',
      retcode: 3,
    });
  },
);

requirement(
  'cherrypy.cmd-module.run-all',
  {
    level: 'must',
    text: 'cmd.run_all answers pid, retcode, stdout and stderr; run_stdout, run_stderr and retcode one of these.',
    source: documentedIn('cmdmod'),
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'cmd.run_all', ['echo word'])).toEqual({
      pid: expect.any(Number) as unknown,
      retcode: 0,
      stdout: 'word',
      stderr: '',
    });
    expect(await runOnMinion(target, 'cmd.run_stdout', ['echo word'])).toBe('word');
    expect(await runOnMinion(target, 'cmd.run_stderr', ['echo word'])).toBe('');
    expect(await runOnMinion(target, 'cmd.retcode', ['exit 3'])).toBe(3);
  },
);

requirement(
  'cherrypy.cmd-module.unknown-command',
  {
    level: 'should',
    text: 'A command that is not there is one that fails with the code 127; cmd.which answers null for it and has_exec false.',
    source: documentedIn('cmdmod'),
    needs: ['minion', 'writes'],
  },
  async ({ target }) => {
    const command = target.unique('nonesuch');
    expect(await runOnMinion(target, 'cmd.run', [command], { full_return: true })).toMatchObject({
      ret: expect.stringContaining('not found'),
      retcode: 127,
    });
    expect(await runOnMinion(target, 'cmd.which', [command])).toBe(null);
    expect(await runOnMinion(target, 'cmd.has_exec', [command])).toBe(false);
  },
);

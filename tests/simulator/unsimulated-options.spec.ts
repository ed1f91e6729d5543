import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { sourceFiles } from '../source-files.ts';

const SAID = 'simulator/input/unsimulated-options.ts';

/** The names in the tables of options that are not acted on. */
function namesSaid(): string[] {
  return [...readFileSync(SAID, 'utf8').matchAll(/^ {2}(\w+): '/gm)].map(([, name = '']) => name);
}

test('an option that is said not to be acted on is read nowhere in the simulator', () => {
  const names = namesSaid();
  expect(names).toContain('thread_pool');
  const readers = sourceFiles()
    .filter(({ path }) => path.startsWith('simulator/'))
    .filter(({ path }) => path !== SAID && path !== 'simulator/master/config.ts')
    .flatMap(({ path, code }) =>
      names
        .filter((name) =>
          new RegExp(
            `(?:rest_cherrypy|rest_tornado|config)\\.${name}\\b|options\\.get\\('${name}'\\)`,
          ).test(code),
        )
        .map((name) => `${path}: ${name}`),
    );
  expect(readers).toEqual([]);
});

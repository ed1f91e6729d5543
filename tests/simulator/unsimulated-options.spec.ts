import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { sourceFiles } from '../source-files.ts';

const SAID = 'simulator/input/unsimulated-options.ts';

/** Options that are not acted on, each with the section that it stands in: `master` for none. */
function saidOptions(): { section: string; name: string }[] {
  const tables = readFileSync(SAID, 'utf8').split(/^(?:export )?const (?=\w+: Readonly<Record)/m);
  return tables.slice(1).flatMap((table) => {
    const section = /^(REST_\w+)_OPTIONS/.exec(table)?.[1]?.toLowerCase() ?? 'master';
    return [...table.matchAll(/^ {2}(\w+): '/gm)].map(([, name = '']) => ({ section, name }));
  });
}

/** How the simulator would read an option; of one module it is read by what serves that module alone. */
function readerOf(section: string, name: string): RegExp {
  const sections = section === 'master' ? 'config' : `${section}|config`;
  return new RegExp(`(?:${sections})\\.${name}\\b|options\\.get\\('${name}'\\)`);
}

/** Where options of a section may be read. */
function roomOf(section: string): string {
  return section === 'rest_tornado' ? 'simulator/netapi/tornado/' : 'simulator/';
}

test('an option that is said not to be acted on is read nowhere in the simulator', () => {
  const said = saidOptions();
  expect(said).toContainEqual({ section: 'rest_cherrypy', name: 'thread_pool' });
  expect(said).toContainEqual({ section: 'rest_tornado', name: 'debug' });
  const files = sourceFiles().filter(
    ({ path }) => path !== SAID && path !== 'simulator/master/config.ts',
  );
  const readers = said.flatMap(({ section, name }) =>
    files
      .filter(({ path }) => path.startsWith(roomOf(section)))
      .filter(({ code }) => readerOf(section, name).test(code))
      .map(({ path }) => `${path}: ${name}`),
  );
  expect(readers).toEqual([]);
});

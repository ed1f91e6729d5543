import { expect, test } from '@playwright/test';
import { sourceFiles } from './source-files.ts';

/*
 * The walls of the house: what may import what, what the pure rooms may touch, and how large a file
 * may be. Each test names every file that breaks the rule, and how.
 */

const files = sourceFiles();

/** The files of a room, `simulator/master/`. */
function room(...prefixes: string[]) {
  return files.filter(({ path }) => prefixes.some((prefix) => path.startsWith(prefix)));
}

/** `path -> import` for every import of the room that is not allowed. */
function strayImports(prefix: string, isAllowed: (imported: string) => boolean): string[] {
  const inRoom = room(prefix);
  expect(inRoom.length).toBeGreaterThan(0);
  return inRoom.flatMap(({ path, imports }) =>
    imports.filter((imported) => !isAllowed(imported)).map((imported) => `${path} -> ${imported}`),
  );
}

function isBelow(...prefixes: string[]): (imported: string) => boolean {
  return (imported) => prefixes.some((prefix) => imported.startsWith(prefix));
}

/** `path: text` for every place in the room that a pattern finds. */
function places(pattern: RegExp, ...prefixes: string[]): string[] {
  return room(...prefixes).flatMap(({ path, code }) =>
    [...code.matchAll(pattern)].map(([text]) => `${path}: ${text.trim()}`),
  );
}

test.describe('what may import what', () => {
  test('the master knows itself, Python and how bad input is told, and none of what stands in front of it', () => {
    const allowed = isBelow(
      'simulator/master/',
      'simulator/python/',
      'simulator/input/input-error.ts',
      'node:crypto',
      'node:net',
    );
    expect(strayImports('simulator/master/', allowed)).toEqual([]);
  });

  test('of node:net the master takes only how addresses are read', () => {
    const taken = places(/^import (.*) from 'node:net'/gm, 'simulator/master/');
    expect(
      taken.filter((text) => !/\{ (BlockList|isIP)(, (BlockList|isIP))* \}/.test(text)),
    ).toEqual([]);
  });

  test('Python is a room of its own', () => {
    expect(strayImports('simulator/python/', isBelow('simulator/python/'))).toEqual([]);
  });

  test('a netapi module knows the master, not the other modules nor what controls the simulator', () => {
    const modules = new Set(
      room('simulator/netapi/').map(({ path }) => path.split('/').slice(0, 3).join('/')),
    );
    for (const module of modules) {
      const own = isBelow(`${module}/`, ...SHARED_BY_MODULES, ...BEHIND_HTTP);
      const allowed = (imported: string): boolean => own(imported) || !imported.includes('/');
      expect(strayImports(`${module}/`, allowed)).toEqual([]);
    }
  });

  test('RaaS knows its masters, not what stands in front of them', () => {
    const own = isBelow('simulator/raas/', 'schemas/generated/raas/', ...BEHIND_HTTP);
    const allowed = (imported: string): boolean => own(imported) || !/\/.*\.ts$/.test(imported);
    expect(strayImports('simulator/raas/', allowed)).toEqual([]);
  });

  test('the suite can judge the simulator, because it knows nothing of it', () => {
    const isOther = isBelow('simulator/', 'cli/', 'oracle/', 'tests/', 'bench/');
    expect(strayImports('specs/', (imported) => !isOther(imported))).toEqual([]);
  });

  test('requirements of an API know none of another, but what is written once for every module of salt-api', () => {
    const rooms = ['cherrypy', 'tornado', 'wsgi', 'raas', 'netapi'];
    for (const own of rooms.filter((name) => room(`specs/${name}/`).length > 0)) {
      const others = rooms
        .filter((name) => name !== own && (name !== 'netapi' || own === 'raas'))
        .map((name) => `specs/${name}/`);
      const isOther = isBelow(...others);
      expect(strayImports(`specs/${own}/`, (imported) => !isOther(imported))).toEqual([]);
    }
  });

  test('reports are made of the result model alone', () => {
    expect(strayImports('report/', isBelow('report/', 'node:'))).toEqual([]);
  });

  test('the simulator imports nothing of the suite, of reports or of the command line', () => {
    const isOther = isBelow('specs/', 'report/', 'cli/', 'oracle/', 'tests/', 'bench/');
    expect(strayImports('simulator/', (imported) => !isOther(imported))).toEqual([]);
  });

  test('what is published imports nothing that is not', () => {
    const isUnpublished = isBelow('oracle/', 'tests/', 'bench/');
    for (const published of ['specs/', 'report/', 'cli/', 'simulator/'])
      expect(strayImports(published, (imported) => !isUnpublished(imported))).toEqual([]);
  });
});

/** What is the same for several modules: connections, frames of websockets, what listeners are sent. */
const SHARED_BY_MODULES = ['listeners', 'sockets', 'websocket'].map(
  (room) => `simulator/netapi/${room}/`,
);

/** What all that speaks HTTP stands on. */
const BEHIND_HTTP = [
  'simulator/master/',
  'simulator/python/',
  'simulator/bare-app.ts',
  'simulator/listening.ts',
  'simulator/serve-http.ts',
  'simulator/tell-defect.ts',
  'node:',
];

test.describe('what makes the simulator deterministic', () => {
  const pure = ['simulator/master/', 'simulator/python/'];

  test('the master and Python read no clock and no randomness, and wait for nothing themselves', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\)|\bperformance\b|\bMath\.random\b|\brandomBytes\b|\brandomUUID\b|\brandomInt\b|\bset(?:Timeout|Interval|Immediate)\b|\bqueueMicrotask\b|\bprocess\.|\bfetch\(/g;
    expect(places(impure, ...pure)).toEqual([]);
  });

  test('netapi modules, RaaS and the control API read no clock and no randomness of their own', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\)|\bperformance\b|\bMath\.random\b|\brandom(?:Bytes|UUID|Int)\b/g;
    expect(places(impure, 'simulator/netapi/', 'simulator/raas/', 'simulator/control/')).toEqual(
      [],
    );
  });

  test('no module keeps state: no variable, and no constant that is changed', () => {
    const variables = places(/^(?:export )?(?:let|var) \w+/gm, 'simulator/');
    const changed = room('simulator/').flatMap(({ path, code }) =>
      [...code.matchAll(/^(?:export )?const (\w+)\b/gm)]
        .map(([, name = '']) => name)
        .filter((name) => changes(name).test(code))
        .map((name) => `${path}: ${name}`),
    );
    const state = [...variables, ...changed];
    expect(state.filter((name) => HARMLESS_STATE[name] === undefined)).toEqual([]);
  });
});

const POSITIONED = 'a sticky pattern whose lastIndex is set before each use';

/** Variables, and constants that are changed, each with why no simulator can see it. */
const HARMLESS_STATE: Readonly<Record<string, string>> = {
  'simulator/input/fleet-schema.ts: let compiled': 'made once, of a constant',
  'simulator/raas/rpc/bind-arguments.ts: let compiler': 'made once, of a constant',
  'simulator/raas/rpc/bind-arguments.ts: validators': 'made once each, of constants',
  'simulator/raas/vman/read-xml.ts: TOKEN': POSITIONED,
  'simulator/python/json-loads.ts: NUMBER': POSITIONED,
  'simulator/python/json-loads.ts: WHITESPACE': POSITIONED,
  'simulator/python/json-loads.ts: PLAIN': POSITIONED,
};

/** Finds where the constant of this name is written to, itself or at any depth. */
function changes(name: string): RegExp {
  return new RegExp(
    `(?<![.\\w])${name}(?:\\.(?:set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill)\\(|(?:\\.\\w+|\\[[^\\]]+\\])+ (?:[-+*/|&?]{0,2})= )`,
  );
}

/** Files over 250 lines, each with why it is one concept all the same. */
const LARGE: Readonly<Record<string, string>> = {};

/** Lines from which on a file must say why. */
const MOST_LINES = 250;

test.describe('files', () => {
  test(`over ${MOST_LINES} lines say why`, () => {
    const large = files.filter(({ text }) => text.split('\n').length - 1 > MOST_LINES);
    expect(large.map(({ path }) => path)).toEqual(Object.keys(LARGE).toSorted());
  });

  test('are named after what they hold', () => {
    const nameless = /(?:^|\/)(?:utils?|helpers?|common|misc|stuff|shared|lib)(?:\.ts$|\/)/;
    expect(files.map(({ path }) => path).filter((path) => nameless.test(path))).toEqual([]);
  });

  test('use no any, and silence no type error', () => {
    const silenced = files
      .filter(({ path }) => path !== 'tests/architecture.spec.ts')
      .filter(({ text }) => /@ts-(?:ignore|nocheck|expect-error)|\bas any\b|: any\b/.test(text));
    expect(silenced.map(({ path }) => path)).toEqual([]);
  });
});

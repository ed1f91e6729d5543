import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { SCHEMAS } from '../../schemas/generated/schemas.ts';
import { DOCUMENTED_PROFILES, PROFILES } from '../../simulator/master/versions/versions.ts';
import type { Declaration } from '../../specs/declaration.ts';
import { outsideLines } from '../../specs/selection.ts';
import { loadSpecifications, type SpecificationFile } from '../../specs/load-specifications.ts';

/*
 * What every requirement must have. Each test names all that lack it, so that one look tells who
 * must be mended.
 */

const SEEN_LINES = PROFILES.map(({ line }) => line);

const LINES = [...DOCUMENTED_PROFILES.map(({ line }) => line), ...SEEN_LINES];

const OBSERVED_BY_LINE = new Map(PROFILES.map(({ line, version }) => [line, version]));

let specifications: readonly SpecificationFile[] = [];
let declarations: readonly Declaration[] = [];

test.beforeAll(async () => {
  specifications = await loadSpecifications();
  declarations = specifications.flatMap(({ requirements }) =>
    requirements.map(({ declaration }) => declaration),
  );
});

/** The ids of the requirements that do not satisfy the condition. */
function lacking(condition: (declaration: Declaration) => boolean): string[] {
  return declarations.filter((declaration) => !condition(declaration)).map(({ id }) => id);
}

/** A sentence, and the API that it is about. */
function sentenceOf({ api, text }: Declaration): string {
  return `${api}: ${text}`;
}

/** Whether a specification file is about every module of salt-api. */
function isShared(file: string): boolean {
  return file.startsWith('netapi/');
}

function hasSource({ source }: Declaration): boolean {
  const { documented, observed = [], client = [], inferred } = source;
  const texts = [documented, inferred].filter((text) => text !== undefined);
  const named = [...texts, ...observed, ...client];
  return named.length > 0 && !named.includes('');
}

function isGroundedMust({
  source: { documented, observed = [], client = [] },
}: Declaration): boolean {
  return (documented !== undefined || client.length > 0) && observed.length > 0;
}

/** Whether what is said of RaaS has a source of the kind that its confidence names. */
function isAsSure({ source, confidence }: Declaration): boolean {
  if (confidence === 'documented') return source.documented !== undefined;
  if (confidence === 'client') return source.client !== undefined;
  return confidence !== undefined && source.inferred !== undefined;
}

function hasKnownBounds({ since, until }: Declaration): boolean {
  return [since, until].every((line) => line === undefined || LINES.includes(line));
}

/** The Salt lines that a requirement claims to hold for. */
function linesOf(declaration: Declaration): string[] {
  return LINES.filter((line) => outsideLines(declaration, line) === undefined);
}

function wasSeenWhereClaimed(declaration: Declaration): boolean {
  const { observed = [] } = declaration.source;
  const claimed = linesOf(declaration).filter((line) => SEEN_LINES.includes(line));
  return claimed.every((line) => observed.includes(OBSERVED_BY_LINE.get(line) ?? ''));
}

test('no id is used twice', () => {
  const ids = declarations.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test('no sentence is used twice of an API: it would not say which of the two is meant', () => {
  const sentences = declarations.map(sentenceOf);
  const isOnce = (one: Declaration): boolean =>
    sentences.filter((other) => other === sentenceOf(one)).length === 1;
  expect(lacking(isOnce)).toEqual([]);
});

test('every specification file declares requirements, all of the API whose directory it lies in', () => {
  const strays = specifications
    .filter(
      ({ file, requirements }) =>
        requirements.length === 0 ||
        (!isShared(file) &&
          requirements.some(({ declaration }) => !file.startsWith(`${declaration.api}/`))),
    )
    .map(({ file }) => file);
  expect(strays).toEqual([]);
});

test('what is required of every module lies below netapi/, and an exception is a sentence about a module that lacks it', () => {
  const strays = specifications.flatMap(({ file, requirements }) =>
    requirements
      .filter(({ except, declaration: { id } }) => {
        if (!isShared(file)) return except !== undefined;
        const [, ...what] = id.split('.');
        return (
          except === undefined ||
          Object.entries(except).some(
            ([module, why]) =>
              !/^[A-Z].*\.$/.test(why) ||
              declarations.some((other) => other.id === [module, ...what].join('.')),
          )
        );
      })
      .map(({ declaration: { id } }) => id),
  );
  expect(strays).toEqual([]);
});

test('every requirement is one sentence that ends with a full stop', () => {
  expect(lacking(({ text }) => /^\S.*[^.\s]\.$/s.test(text) && !/[.!?] [A-Z]/.test(text))).toEqual(
    [],
  );
});

test('every requirement says where it comes from, and names nothing empty', () => {
  expect(declarations.length).toBeGreaterThan(0);
  expect(lacking(hasSource)).toEqual([]);
});

test('a MUST of salt-api is documented or needed by a client, and was observed', () => {
  expect(
    lacking((one) => one.api === 'raas' || one.level !== 'must' || isGroundedMust(one)),
  ).toEqual([]);
});

test('a requirement of RaaS, which nobody can ask, says how well it is known, and no other does', () => {
  expect(
    lacking((one) => (one.api === 'raas' ? isAsSure(one) : one.confidence === undefined)),
  ).toEqual([]);
});

test('what is only concluded of RaaS is no MUST, what is unknown a MAY, and Salt lines bound nothing', () => {
  const raas = declarations.filter(({ api }) => api === 'raas');
  expect(raas.length).toBeGreaterThan(0);
  const tooSure = raas.filter(
    ({ confidence, level, since, until }) =>
      (confidence === 'inferred' && level === 'must') ||
      (confidence === 'unknown' && level !== 'may') ||
      since !== undefined ||
      until !== undefined,
  );
  expect(tooSure.map(({ id }) => id)).toEqual([]);
});

test('the bounds of a requirement are known Salt lines, and leave it at least one', () => {
  expect(lacking((one) => hasKnownBounds(one) && linesOf(one).length > 0)).toEqual([]);
});

test('a MUST or SHOULD of salt-api was observed on every Salt line that it claims', () => {
  // RaaS cannot be had, and a MAY tells of what was seen somewhere.
  expect(
    lacking((one) => one.api === 'raas' || one.level === 'may' || wasSeenWhereClaimed(one)),
  ).toEqual([]);
});

/** Schemas of files, which no reply is checked against. */
const OF_FILES = ['fleet', 'results'];

test('every schema of the wire is one that a specification names', () => {
  const directory = new URL('../../specs/', import.meta.url);
  const texts = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(new URL(file, directory), 'utf8'));
  const unused = Object.keys(SCHEMAS).filter(
    (name) => !OF_FILES.includes(name) && !texts.some((text) => text.includes(`'${name}'`)),
  );
  expect(unused).toEqual([]);
});

import { expect, test } from '@playwright/test';
import { FORMATS } from '../../report/formats.ts';
import { mergeResults } from '../../report/merge.ts';
import { renderMatrix } from '../../report/render/matrix.ts';
import { renderTerminal } from '../../report/render/terminal.ts';
import type { RequirementResult, RunResult } from '../../report/result.ts';
import { requirement, runOf } from './result.ts';

/* Of several APIs a report shows each in a column; of one it is as it was. */

function raas(what: string, changes: Partial<RequirementResult> = {}): RequirementResult {
  return {
    ...requirement(what, 'pass'),
    id: `raas.topic.${what}`,
    api: 'raas',
    source: { inferred: 'a guess' },
    confidence: 'inferred',
    ...changes,
  };
}

const CHERRYPY = runOf([requirement('a', 'pass'), requirement('b', 'not applicable', 'it is old')]);

const RAAS: RunResult = {
  ...runOf([raas('a'), raas('b', { level: 'should', outcome: 'fail' }), raas('c')]),
  target: { url: 'http://127.0.0.1:8080', api: 'raas', kind: 'server', server: 'TornadoServer/6' },
};

const BOTH = mergeResults([CHERRYPY, RAAS]);

test('results of different APIs are merged into one report', () => {
  expect(BOTH.target).toEqual(CHERRYPY.target);
  expect(BOTH.beside).toEqual([
    { url: 'http://127.0.0.1:8080', api: 'raas', server: 'TornadoServer/6' },
  ]);
  expect(BOTH.requirements.map(({ id }) => id)).toEqual([
    'cherrypy.topic.a',
    'cherrypy.topic.b',
    'raas.topic.a',
    'raas.topic.b',
    'raas.topic.c',
  ]);
  expect(BOTH.verdict).toBe('conformant');
  expect(mergeResults([BOTH, RAAS])).toMatchObject({ target: BOTH.target, beside: BOTH.beside });
});

test('one API on two Salt lines is not merged', () => {
  const older = { ...CHERRYPY, target: { ...CHERRYPY.target, salt: '3006' } };
  expect(() => mergeResults([BOTH, older])).toThrow('or hold one API on two Salt lines');
});

test('a terminal tells of both, and how much of each passed', () => {
  const shown = renderTerminal(BOTH);
  expect(shown).toContain('cherrypy 1 of 1 passed\nraas     2 of 3 passed\n');
  expect(shown).toContain(
    'CONFORMANT: cherrypy of Salt 3008 and raas, server at http://127.0.0.1:8000 and http://127.0.0.1:8080',
  );
});

test('Markdown has a column for each', () => {
  const text = FORMATS.markdown.render(BOTH);
  expect(text).toContain('| topic | cherrypy | raas |');
  expect(text).toContain('| topic | 1 of 1 | 2 of 3 |');
});

test('HTML has a column for each, and each requirement its confidence', () => {
  const page = FORMATS.html.render(BOTH);
  expect(page).toContain('<h2>By API</h2>');
  expect(page).toContain('<th scope="col">raas</th>');
  expect(page).toMatch(/<dt>confidence<\/dt>\s*<dd>inferred<\/dd>/);
  expect(page).toContain('<select data-filter="api">');
});

test('JUnit tells topics of one name apart', () => {
  const xml = FORMATS.junit.render(BOTH);
  for (const suite of ['cherrypy.topic', 'raas.topic'])
    expect(xml).toContain(`<testsuite name="${suite}"`);
  expect(xml).toContain('<property name="confidence" value="inferred"/>');
});

test('a badge and a matrix name both', () => {
  expect(JSON.parse(FORMATS.badge.render(BOTH))).toMatchObject({
    label: 'saltproof cherrypy 3008, raas',
  });
  expect(renderMatrix([BOTH])).toContain(
    '| cherrypy 3008 http://127.0.0.1:8000, raas http://127.0.0.1:8080 |',
  );
});

test('a report on one API has none of this', () => {
  expect(renderTerminal(CHERRYPY)).not.toContain('passed\n');
  expect(FORMATS.markdown.render(CHERRYPY)).not.toContain('## APIs');
  expect(FORMATS.html.render(CHERRYPY)).not.toMatch(/By API|data-filter="api"/);
  expect(FORMATS.junit.render(CHERRYPY)).toContain('<testsuite name="topic"');
});

test('what could not be taken away is said in every format that people read', () => {
  const left = { leftBehind: ['pillar.delete_pillar: in use'] };
  const run = { ...RAAS, requirements: [raas('a', left)] };
  expect(renderTerminal(run)).toContain(
    'left behind by raas.topic.a: pillar.delete_pillar: in use',
  );
  expect(FORMATS.markdown.render(run)).toContain('## Left behind\n\n* raas.topic.a: ');
  expect(FORMATS.html.render(run)).toMatch(
    /<dt>left behind<\/dt>\s*<dd>pillar.delete_pillar: in use/,
  );
});

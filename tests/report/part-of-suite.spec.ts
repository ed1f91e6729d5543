import { expect, test } from '@playwright/test';
import { FORMATS } from '../../report/formats.ts';
import { leftOutBy, OTHER_SHARD } from '../../report/left-out.ts';
import { renderTerminal } from '../../report/render/terminal.ts';
import type { RequirementResult } from '../../report/result.ts';
import { requirement, runOf } from './result.ts';

/*
 * A verdict on a part of the suite says that it is one, wherever it is read.
 */

const TRIED = [requirement('a', 'pass'), requirement('b', 'known')];
const LEFT_OUT = [
  requirement('c', 'not verified', leftOutBy('only')),
  requirement('d', 'not verified', leftOutBy('only')),
  requirement('e', 'not applicable', 'holds up to Salt 3007'),
];

function verdictsIn(requirements: readonly RequirementResult[]): Record<string, string> {
  const run = runOf(requirements);
  return {
    terminal: renderTerminal(run),
    html: FORMATS.html.render(run),
    markdown: FORMATS.markdown.render(run),
    junit: FORMATS.junit.render(run),
    badge: FORMATS.badge.render(run),
  };
}

test('a run of a part says how much of how much, and which option made it so', () => {
  const shown = verdictsIn([...TRIED, ...LEFT_OUT]);
  expect(shown['terminal']).toContain('CONFORMANT in what was run: 2 of 5 (--only): cherrypy of');
  expect(shown['html']).toContain('<title>conformant in what was run: 2 of 5 (--only): ');
  expect(shown['html']).toContain('<h1>conformant in what was run: 2 of 5 (--only)</h1>');
  expect(shown['markdown']).toContain('# conformant in what was run: 2 of 5 (--only): ');
  expect(shown['junit']).toContain('<testsuites name="saltproof, 2 of 5 requirements (--only)" ');
  expect(JSON.parse(shown['badge'] ?? '')).toMatchObject({
    message: 'conformant (2 of 5)',
    color: 'yellowgreen',
  });
});

test('a run of everything does not', () => {
  const shown = verdictsIn([...TRIED, requirement('e', 'not applicable', 'holds up to Salt 3007')]);
  expect(shown['terminal']).toContain('CONFORMANT: cherrypy of');
  expect(shown['html']).toContain('<h1>conformant</h1>');
  expect(shown['markdown']).toContain('# conformant: ');
  expect(shown['junit']).toContain('<testsuites name="saltproof" ');
  expect(JSON.parse(shown['badge'] ?? '')).toMatchObject({
    message: 'conformant',
    color: 'brightgreen',
  });
});

test('each option that left something out is named once', () => {
  const leftOut = [leftOutBy('level must'), OTHER_SHARD, leftOutBy('level must')];
  const requirements = leftOut.map((cause, at) => requirement(`l${at}`, 'not verified', cause));
  expect(verdictsIn([...TRIED, ...requirements])['terminal']).toContain(
    'in what was run: 2 of 5 (--level, --shard)',
  );
});

import { expect, test } from '@playwright/test';
import { describeChange, diffResults } from '../../report/diff.ts';
import { FORMATS } from '../../report/formats.ts';
import { renderMatrix } from '../../report/render/matrix.ts';
import { renderTerminal } from '../../report/render/terminal.ts';
import {
  OUTCOMES,
  type Outcome,
  type RequirementResult,
  type RunResult,
} from '../../report/result.ts';
import { runOf } from './result.ts';

/** All that a target, or somebody who writes a results.json, may use to break out of a document: markup, quotes, the end of CDATA, characters that XML has not. */
const HOSTILE =
  '<script>alert(1)</script>"\'`& &amp; ]]> <!-- --> </pre></style> \u0000\u0001\b\u001B[31m\uFFFE\uFFFF\uD800 \u2028 $& {{x}}';

function hostileRequirement(outcome: Outcome): RequirementResult {
  const message = { headers: [[HOSTILE, HOSTILE]] as const, body: HOSTILE };
  return {
    id: `cherrypy.topic.${outcome}${HOSTILE}`,
    api: 'cherrypy',
    level: 'must',
    text: HOSTILE,
    source: { observed: ['3008.3'], inferred: HOSTILE },
    confidence: 'inferred',
    needs: [],
    outcome,
    cause: HOSTILE,
    failure: { message: HOSTILE, expected: HOSTILE, actual: HOSTILE, location: HOSTILE },
    leftBehind: [HOSTILE],
    duration: 1,
    exchanges: [
      {
        at: 0,
        duration: 1,
        request: { method: HOSTILE, path: HOSTILE, ...message },
        response: { status: 200, reason: HOSTILE, ...message },
      },
      { at: 0, duration: 1, request: { method: 'GET', path: '/', ...message }, error: HOSTILE },
    ],
  };
}

const RESULT: RunResult = {
  ...runOf(OUTCOMES.map(hostileRequirement)),
  target: {
    url: HOSTILE,
    api: 'cherrypy',
    salt: HOSTILE,
    kind: 'server',
    server: HOSTILE,
  },
  beside: [{ url: HOSTILE, api: 'raas', salt: HOSTILE, server: HOSTILE }],
};

/** The text of a document between its tags, quoted attributes taken out first. */
function textOf(markup: string): string {
  return markup.replace(/<\/?[a-z?!][^<>"]*(?:"[^"<]*"[^<>"]*)*>/gi, '');
}

test('JUnit stays well-formed XML', () => {
  const xml = FORMATS.junit.render(RESULT);
  expect(xml).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
  expect(textOf(xml)).not.toMatch(/[<>]/);
  expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/);
  const opened = [...xml.matchAll(/<(\w+)(?:\s[^<>]*)?(?<!\/)>/g)].map(([, name = '']) => name);
  const closed = [...xml.matchAll(/<\/(\w+)>/g)].map(([, name = '']) => name);
  expect(opened.length).toBe(closed.length);
});

test('HTML shows what came as text, and runs none of it', () => {
  const page = FORMATS.html.render(RESULT);
  expect(page.match(/<script>/g)).toHaveLength(1);
  expect(page.match(/<\/style>/g)).toHaveLength(1);
  expect(page).not.toContain('<!--');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('results.json keeps every character', () => {
  expect(JSON.parse(FORMATS.json.render(RESULT))).toEqual(RESULT);
});

test('a badge is JSON still', () => {
  expect(JSON.parse(FORMATS.badge.render(RESULT))).toMatchObject({ schemaVersion: 1 });
});

test('a terminal is told nothing that it would obey', () => {
  const shown = [
    renderTerminal(RESULT),
    ...diffResults({ ...RESULT, requirements: [] }, RESULT).map(describeChange),
    renderMatrix([RESULT, RESULT]),
  ];
  expect(shown.join('\n')).not.toMatch(/(?!\n)\p{Cc}/u);
});

test('Markdown holds no markup of the target', () => {
  const text = FORMATS.markdown.render(RESULT);
  expect(text).not.toMatch(/(?<!\\)<|(?!\n)\p{Cc}/u);
});

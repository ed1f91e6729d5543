import { expect, test } from '@playwright/test';
import { unifiedDiff } from '../../simulator/python/unified-diff.ts';

/** Each letter as a line. */
function lines(text: string): string[] {
  return Array.from(text, (letter) => `${letter}\n`);
}

/* What Python 3.11's difflib.unified_diff makes of two texts. */
const DIFFS: readonly (readonly [old: string, now: string, diff: string])[] = [
  ['abc', 'abc', ''],
  ['', 'a', '--- \n+++ \n@@ -0,0 +1 @@\n+a\n'],
  ['a', '', '--- \n+++ \n@@ -1 +0,0 @@\n-a\n'],
  ['aa', 'ba', '--- \n+++ \n@@ -1,2 +1,2 @@\n+b\n a\n-a\n'],
  [
    'abcdefghijklmn',
    'abXdefghijklmY',
    '--- \n+++ \n@@ -1,6 +1,6 @@\n a\n b\n-c\n+X\n d\n e\n f\n@@ -11,4 +11,4 @@\n k\n l\n m\n-n\n+Y\n',
  ],
  ['abcdefgh', 'Xbcdefg', '--- \n+++ \n@@ -1,8 +1,7 @@\n-a\n+X\n b\n c\n d\n e\n f\n g\n-h\n'],
];

for (const [old, now, diff] of DIFFS)
  test(`the diff of "${old}" and "${now}" is Python's`, () => {
    expect(unifiedDiff(lines(old), lines(now))).toBe(diff);
  });

test('in long texts lines that are everywhere are not what a diff goes by', () => {
  const old = lines('x'.repeat(300));
  const now = [...old.slice(0, 150), 'y\n', ...old.slice(150)];
  expect(unifiedDiff(old, now)).toBe(
    `--- \n+++ \n@@ -148,153 +148,154 @@\n${' x\n'.repeat(3)}${'-x\n'.repeat(150)}+y\n${'+x\n'.repeat(150)}`,
  );
});

import { expect, test } from '@playwright/test';
import { isValidPattern, pyMatchIfValid } from '../../simulator/python/regex.ts';

/** As Python 3.11's `re.match` has them: the pattern, what it finds, and what it does not. */
const MATCHES: readonly (readonly [
  pattern: string,
  found: readonly string[],
  not: readonly string[],
])[] = [
  [']?', ['', ']'], []],
  ['a{,2}$', ['', 'aa'], ['aaa']],
  ['a{,}$', ['', 'aaa'], []],
  ['a{}', ['a{}'], ['a']],
  ['a{2', ['a{2'], ['aa']],
  ['\\{1}', ['{1}'], ['{']],
  ['(?=t)*x', ['x'], ['t']],
  ['(?!t)+x', ['x'], ['tx']],
  ['(?<=a|b)c', [], ['c']],
  ['a.b', ['a\rb', 'a\u2028b'], ['a\nb']],
  ['(?s)a.b', ['a\nb'], []],
  ['(?m)b', ['b'], ['a\nb']],
  ['(?m)a$', ['a\nb'], ['a\rb']],
  ['a(?#says nothing)b', ['ab'], []],
  ['[]a]+$', [']a'], ['b']],
  ['[[]$', ['['], []],
];

for (const [pattern, found, not] of MATCHES) {
  test(`${pattern} is found where Python finds it`, () => {
    expect(found.filter((text) => !pyMatchIfValid(pattern, text))).toEqual([]);
    expect(not.filter((text) => pyMatchIfValid(pattern, text))).toEqual([]);
  });
}

test('what Python does not compile is no pattern', () => {
  const broken = [')(', 'a)\\', '(', '[', '[^]', '*', 'a**', '\\', '\\q', '(?P<n', '(?i', 'x(?i)'];
  const others = ['a{2,1}', '[z-a]', '(?P=x)', '\\1', '(?<=a*)b', '(?<=a|bc)d', '^*', '$*'];
  expect([...broken, ...others].filter(isValidPattern)).toEqual([]);
});

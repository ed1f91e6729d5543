import { expect, test } from '@playwright/test';
import {
  absolutePath,
  basename,
  dirname,
  joinPaths,
  normalPath,
} from '../../simulator/python/posix-path.ts';

/* What os.path of Python 3.11 makes of paths. */

for (const [path, head, tail, normal] of [
  ['/a/b', '/a', 'b', '/a/b'],
  ['/a/b/', '/a/b', '', '/a/b'],
  ['a', '', 'a', 'a'],
  ['', '', '', '.'],
  ['/', '/', '', '/'],
  ['//a', '//', 'a', '//a'],
  ['///a', '///', 'a', '/a'],
  ['/a//b', '/a', 'b', '/a/b'],
  ['a/../..', 'a/..', '..', '..'],
  ['/../a/./b/..', '/../a/./b', '..', '/a'],
] as const)
  test(`"${path}" is taken apart and made normal as Python does`, () => {
    expect([dirname(path), basename(path), normalPath(path)]).toEqual([head, tail, normal]);
  });

test('parts are joined as Python does, an absolute one anew', () => {
  expect(joinPaths('a', 'b', 'c')).toBe('a/b/c');
  expect(joinPaths('a/', '', 'c')).toBe('a/c');
  expect(joinPaths('a', '/b', 'c')).toBe('/b/c');
  expect(absolutePath('a/../b')).toBe('/b');
});

import * as fc from 'fast-check';

/** What the simulator's regular expressions do not read, as they say: possessive and atomic groups, and conditionals. */
const UNREAD = /[*+?}]\+|\(\?[>(]/;

/** Expressions on names, and some that `re` refuses or reads in a way of its own. */
export const patterns = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '.*',
      'test.*',
      'test.ping',
      'test.(ping|echo)$',
      'test\\.[a-e].*',
      'grains.get',
      'jobs.*',
      'key.list',
      'list_.*',
      'ping',
      'accept',
      'test',
      '@jobs',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      '^test',
      '$',
      'test.ping\\Z',
      '(?i)TEST.PING',
      '(?s)x.y',
      '(?P<m>test)\\.(?P<f>\\w+)',
      '(?!test).*',
      '(?:test|key)\\.\\w+',
      '\\w+\\.\\w{2,4}$',
      '.+?\\.',
      '\\D+',
      '[^.]*\\.?',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '[',
      '(',
      ')',
      '*',
      '+x',
      'a**',
      'a{2',
      'a{2,1}',
      '\\',
      '(?P<n',
      '(?i',
      'x(?i)',
      '\\q',
      ']',
      '}',
      '[z-a]',
      '(?P=x)',
      '(?<=a*)b',
      '\\1',
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: fc.constantFrom(...Array.from('t.*[](){}?+^$|\\ea1-')), maxLength: 6 })
      .filter((pattern) => !UNREAD.test(pattern)),
  },
);

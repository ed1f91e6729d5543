import * as fc from 'fast-check';

/** A target and how it is to be read, as a chunk has them. */
export interface RandomTarget {
  readonly tgt: unknown;
  readonly tgt_type?: unknown;
  readonly delimiter?: unknown;
}

/* Words of the oracle's fleet, and others. */
const ids = fc.constantFrom('web1', 'web2', 'db1', 'old1', 'new1', 'bad1', 'nosuch', '');
const globs = fc.constantFrom('*', 'web*', 'w?b1', '[dw]*1', 'web[!1]', 'WEB1', '*1', 'nosuch*');
const patterns = fc.constantFrom('web\\d', 'w', '.*1$', '(web|db)1', 'e', '^old', '[', '(?i)WEB1');
const grainWords = fc.constantFrom(
  'role:web',
  'role:*',
  'os:Debian',
  'os:deb*',
  'env:prod',
  'env:test',
  'site:dc:fra',
  'site:rack:4',
  'site:*',
  'tags:sql',
  'tags:*',
  'ipv4:127.0.0.1',
  'systemd:version:25*',
  'load_factor:1.5',
  'osrelease_info:12',
  'nosuch:x',
  'role',
  'role:',
  ':web',
  '*:web',
  '*:*:*',
);
const pillarWords = fc.constantFrom(
  'port:5432',
  'port:*',
  'port:80*',
  'owner:name:dba',
  'owner:*',
  'owner:name:d.a',
  'nosuch:*',
);
const networks = fc.constantFrom(
  '10.0.0.0/24',
  '10.0.0.21',
  '10.0.0.0/255.0.0.0',
  '0.0.0.0/0',
  '127.0.0.1',
  '10.0.0.1/24',
  '::/0',
  'x',
);
const groups = fc.constantFrom('web', 'front', 'pair', 'nosuch');

const leaves = fc.oneof(
  globs,
  ids,
  fc.tuple(fc.constantFrom('G', 'P'), grainWords).map(([letter, word]) => `${letter}@${word}`),
  fc.tuple(fc.constantFrom('I', 'J'), pillarWords).map(([letter, word]) => `${letter}@${word}`),
  patterns.map((pattern) => `E@${pattern}`),
  networks.map((network) => `S@${network}`),
  groups.map((group) => `N@${group}`),
  fc.array(ids, { maxLength: 3 }).map((list) => `L@${list.join(',')}`),
  grainWords.map((word) => `G+@${word.replaceAll(':', '+')}`),
);

/** Compound expressions: leaves joined and bracketed, now and then not as they should be. */
const compounds = fc.letrec<{ whole: string }>((tie) => ({
  whole: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { arbitrary: leaves, weight: 3 },
    {
      arbitrary: fc
        .tuple(tie('whole'), fc.constantFrom('and', 'or', 'and not', 'or not', ''), tie('whole'))
        .map((parts) => parts.join(' ')),
      weight: 3,
    },
    { arbitrary: tie('whole').map((inner) => `( ${inner} )`), weight: 1 },
    { arbitrary: tie('whole').map((inner) => `not ${inner}`), weight: 1 },
    { arbitrary: fc.constantFrom('( web1', 'web1 )', 'and web1', '(web1)', 'not'), weight: 1 },
  ),
})).whole;

const typed = <T>(tgt_type: string, tgt: fc.Arbitrary<T>): fc.Arbitrary<RandomTarget> =>
  tgt.map((value) => ({ tgt: value, tgt_type }));

/** Targets of every type, over the oracle's fleet; they may name minions that never answer. */
export const targets: fc.Arbitrary<RandomTarget> = fc.oneof(
  { arbitrary: typed('compound', compounds), weight: 6 },
  typed('glob', fc.oneof(globs, ids)),
  globs.map((tgt) => ({ tgt })),
  typed('list', fc.array(ids, { maxLength: 4 })),
  typed(
    'list',
    fc.array(ids, { maxLength: 4 }).map((list) => list.join(',')),
  ),
  typed('pcre', patterns),
  typed('grain', grainWords),
  typed(
    'grain_pcre',
    fc.oneof(grainWords, fc.constant('role:w.b'), fc.constant('env:(prod|test)')),
  ),
  typed('pillar', pillarWords),
  typed('pillar_pcre', pillarWords),
  typed('pillar_exact', pillarWords),
  typed('ipcidr', networks),
  typed('nodegroup', groups),
  fc.tuple(grainWords, fc.constantFrom('+', '|', '::')).map(([word, delimiter]) => ({
    tgt: word.replaceAll(':', delimiter),
    tgt_type: 'grain',
    delimiter,
  })),
  typed('range', ids),
  typed('nosuch', ids),
);

/** Targets that name nobody but minions that answer, if any: no run has to wait. */
export const answeringTargets: fc.Arbitrary<RandomTarget> = fc.oneof(
  fc.constantFrom<RandomTarget>({ tgt: 'web1' }, { tgt: 'web*' }, { tgt: 'nosuch' }),
  fc.constantFrom<RandomTarget>(
    { tgt: ['web1', 'db1'], tgt_type: 'list' },
    { tgt: 'web1,nosuch', tgt_type: 'list' },
    { tgt: 'G@role:web and not web2', tgt_type: 'compound' },
    { tgt: 'pair', tgt_type: 'nodegroup' },
  ),
);

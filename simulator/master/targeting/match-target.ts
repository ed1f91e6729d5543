import { fnmatch } from '../../python/fnmatch.ts';
import type { PyDict, PyValue } from '../../python/value.ts';
import { isDefect } from '../defect.ts';
import type { Minion } from '../fleet.ts';
import type { Profile } from '../versions/profile.ts';
import { hasClosedBrackets, matchCompound } from './compound.ts';
import { glob } from './glob.ts';
import { isGlobList, matchGlobList } from './glob-list.ts';
import { grain, grainPcre } from './grain.ts';
import { ipcidr } from './ipcidr.ts';
import { idsOf, matchList } from './list.ts';
import type { Matcher } from './matcher.ts';
import { pcre } from './pcre.ts';
import { pillar, pillarExact, pillarPcre } from './pillar.ts';
import type { TargetMatch } from './target.ts';
import { PyException } from '../../python/exception.ts';

/** What a target is read with. */
export interface TargetContext {
  /** What stands between the levels of a grain or pillar expression; `:` unless the chunk says otherwise. */
  readonly delimiter: PyValue;
  readonly profile: Profile;
  readonly nodegroups: PyDict;
}

/** The target types that look at one minion at a time. */
const MATCHERS: Readonly<Record<string, Matcher>> = {
  glob,
  pcre,
  grain,
  grain_pcre: grainPcre,
  pillar,
  pillar_pcre: pillarPcre,
  pillar_exact: pillarExact,
  ipcidr,
};

/** The target types whose expressions have levels. */
const LEVELLED = ['grain', 'grain_pcre', 'pillar', 'pillar_pcre', 'pillar_exact'];

/**
 * The minions among the candidates that a target names, on the master.
 *
 * Whatever goes wrong while matching, an unknown target type included, means that nobody is named
 * (salt-core §2.1).
 */
export function matchTarget(
  candidates: readonly Minion[],
  target: PyValue,
  targetType: string,
  context: TargetContext,
): TargetMatch {
  try {
    const { globAcceptsLists, listRefusesOddIds } = context.profile;
    if (targetType === 'list') return matchList(candidates, target ?? '', listRefusesOddIds);
    if (targetType === 'compound' || targetType === 'compound_pillar_exact') {
      const pillarExactly = targetType !== 'compound';
      return matchCompound(candidates, target, {
        nodegroups: context.nodegroups,
        pillarExactly,
        globAcceptsLists,
        listRefusesOddIds,
      });
    }
    if (targetType === 'glob' && globAcceptsLists && isGlobList(target)) {
      return { minions: matchGlobList(candidates, target), missing: [] };
    }
    const matcher = MATCHERS[targetType];
    if (matcher === undefined || (typeof target !== 'string' && target !== null))
      return { minions: [], missing: [] };
    const test = matcher(target ?? '', delimiterFor(targetType, context));
    return { minions: candidates.filter(test).map(({ id }) => id), missing: [] };
  } catch (error) {
    if (isDefect(error)) throw error;
    return { minions: [], missing: [] };
  }
}

/**
 * Whether a minion that the master targeted finds itself named, too.
 *
 * The two read a target apart in a few cases: a minion wants every bracket closed, and takes no
 * list for a glob. Such a minion never answers (real-salt §3 and §4).
 */
export function minionAgrees(
  minion: Minion,
  target: PyValue,
  targetType: string,
  context: TargetContext,
): boolean {
  if (targetType === 'glob') return typeof target === 'string' && fnmatch(minion.id, target);
  if (targetType === 'list') return idsOf(target).includes(minion.id);
  if (targetType === 'compound') {
    if (!hasClosedBrackets(target)) return false;
    return matchCompound([minion], target, { nodegroups: context.nodegroups }).minions.length > 0;
  }
  return matchTarget([minion], target, targetType, context).minions.length > 0;
}

/** @throws PyException where Python could not split an expression at the delimiter */
function delimiterFor(targetType: string, { delimiter }: TargetContext): string {
  if (typeof delimiter === 'string' && delimiter !== '') return delimiter;
  if (LEVELLED.includes(targetType)) throw new PyException('the delimiter is no text');
  return ':';
}

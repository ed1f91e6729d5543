import type { Master } from '../master.ts';
import type { StateFiles } from '../modules/state/state-files.ts';
import type { StateSite } from '../modules/state/state-site.ts';
import { matchTarget } from '../targeting/match-target.ts';

/** Where the states of a master's minions run; a top file reads its targets as the master does. */
export function stateSite(master: Master, files: StateFiles): StateSite {
  const { clock, random, profile } = master;
  return {
    clock,
    random,
    files,
    traits: profile.states,
    masksPillar: profile.masksPillar,
    inTop(minion, target, matchType) {
      const isNodegroup = matchType === 'nodegroup';
      const named = isNodegroup ? `N@${target}` : target;
      const type = isNodegroup ? 'compound' : matchType;
      const resolved = type === 'compound' ? master.resolveNodegroups(named.split(' ')) : named;
      return matchTarget([minion], resolved, type, master.targetContext(':')).minions.length > 0;
    },
  };
}

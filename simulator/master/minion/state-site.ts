import type { PyValue } from '../../python/value.ts';
import { MICROSECONDS } from '../clock.ts';
import type { Master } from '../master.ts';
import type { StateFiles } from '../modules/state/high/state-files.ts';
import type { StateSite } from '../modules/state/state-site.ts';
import { minionAgrees } from '../targeting/match-target.ts';

/** Where the states of a master's minions run; they read the targets of a top file themselves. */
export function stateSite(master: Master, files: StateFiles): StateSite {
  const { clock, random, profile, events } = master;
  const context = master.targetContext(':');
  return {
    clock,
    random,
    files,
    traits: profile.states,
    masksPillar: profile.masksPillar,
    fire: (minion, tag, data, jid) =>
      void events.fire(
        tag,
        new Map<string, PyValue>([
          ['id', minion.id],
          ['tag', tag],
          ['data', data],
          ['cmd', '_minion_event'],
          ['jid', jid],
          ['ts', Math.floor(clock.now() / MICROSECONDS)],
        ]),
      ),
    inTop: (minion, target, matchType) =>
      matchType === 'nodegroup'
        ? minionAgrees(minion, `N@${target}`, 'compound', context)
        : minionAgrees(minion, target, matchType, context),
  };
}

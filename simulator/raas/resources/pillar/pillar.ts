import { getAccess, saveAccess } from '../../accounts/access-payload.ts';
import { readable } from '../../accounts/accessible.ts';
import { holds, pageOf } from '../../paging.ts';
import { shownPillar } from '../../pillars/shown-pillar.ts';
import type { Resource } from '../../rpc/resource.ts';
import { savePillar } from './save-pillar.ts';
import { expectPillar, storedPillars } from './stored-pillars.ts';

/** The resource `pillar`: data for the minions of target groups (raas §7). */
export const pillar: Resource<'pillar'> = {
  get_pillars(call) {
    const { raas, args } = call;
    const wanted = readable(call, storedPillars(raas)).filter(
      ({ uuid, name }) =>
        (args.pillar_uuid === null || uuid === args.pillar_uuid) && holds(name, args.name),
    );
    const { count, results } = pageOf(wanted, args, ({ name }) => name);
    return {
      count,
      limit: args.limit,
      results: results.map((stored) => shownPillar(raas.accounts, stored)),
    };
  },
  save_pillar: savePillar,
  delete_pillar(call) {
    const { raas, args } = call;
    const { uuid } = expectPillar(call, args.pillar_uuid, 'delete');
    for (const group of raas.targets.groups.values())
      group.pillars = group.pillars.filter((tied) => tied !== uuid);
    raas.pillars.delete(uuid);
    raas.pillarTies.apply();
    return null;
  },
  get_pillar_access: (call) => getAccess(call, storedPillars(call.raas), call.args.pillar_uuid),
  save_pillar_access: (call) =>
    saveAccess(call, storedPillars(call.raas), call.args.pillar_uuid, call.args.access_payload),
};

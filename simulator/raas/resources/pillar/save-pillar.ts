import type { Pillar as PillarMethods } from '../../../../schemas/generated/raas/pillar.ts';
import { accessOf } from '../../accounts/access.ts';
import { expectFreeName } from '../../accounts/accessible.ts';
import type { JsonObject } from '../../json.ts';
import type { Call } from '../../rpc/resource.ts';
import { newUuid } from '../../uuid.ts';
import { expectPillar, storedPillars } from './stored-pillars.ts';

/** Saves a pillar, a new one or that of the uuid, and gives its uuid. */
export function savePillar(call: Call<PillarMethods['save_pillar']['arguments']>): string {
  const { raas, caller, args } = call;
  const { pillar_uuid, name, desc, pillar_type } = args;
  const pillar = args.pillar as JsonObject;
  const stored = pillar_uuid === null ? undefined : expectPillar(call, pillar_uuid, 'write');
  expectFreeName(storedPillars(raas), name, pillar_uuid);
  if (stored !== undefined) {
    Object.assign(stored, { name, pillar, pillar_type, desc: desc ?? stored.desc });
    raas.pillarTies.apply();
    return stored.uuid;
  }
  const uuid = newUuid(raas.random);
  const access = accessOf(caller);
  raas.pillars.set(uuid, { uuid, name, desc: desc ?? '', pillar_type, pillar, access });
  return uuid;
}

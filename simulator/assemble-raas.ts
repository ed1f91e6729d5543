import type { Parts } from './assemble.ts';
import { InputError } from './input/input-error.ts';
import { namingFile } from './input/naming-file.ts';
import { raasConfig } from './input/raas-config.ts';
import { readRaasFleet } from './input/raas-fleet.ts';
import type { Master } from './master/master.ts';
import { dict, type PyDict } from './python/value.ts';
import { Raas } from './raas/raas.ts';
import type { SimulatorOptions } from './simulator.ts';

/**
 * Makes a RaaS with the master of the parts attached, and the others that the fleet names.
 *
 * @throws InputError for a configuration that cannot be used, and for a Salt that RaaS does not know
 */
export function assembleRaas(
  { master, fleet, masterOf, virtual, raasDocument }: Parts,
  options: SimulatorOptions,
): Raas {
  const { clock, random, config, profile } = master;
  if (!profile.canBeAttachedToRaas)
    throw new InputError(
      `RaaS knows no master of Salt ${profile.line}, which is as its manual tells; leave raas out, or name another line.`,
    );
  const { masters, ...accounts } = namingFile(options.fleet, () => readRaasFleet(fleet, config.id));
  const others = [...masters].map(([id, minions]): [string, Master] => [
    id,
    masterOf(minions, random.named(id), id),
  ]);
  return new Raas({
    config: namingFile(options.raas, () => raasConfig(raasDocument)),
    masters: new Map([[config.id, master], ...others]),
    newMaster: (id, minion) => masterOf(fleetOfOne(minion), random.named(id), id),
    ...accounts,
    clock,
    random,
    whenLookedAt: virtual && ((seconds) => virtual.settle(seconds)),
  });
}

/** The fleet of a master that was just set up: the minion on itself, if there is one. */
function fleetOfOne(minion: string | null): PyDict {
  return minion === null ? new Map() : dict({ minions: dict({ [minion]: new Map() }) });
}

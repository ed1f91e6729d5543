import { virtualClock, type VirtualClock } from './clock/virtual-clock.ts';
import { wallClock } from './clock/wall-clock.ts';
import { Journal } from './control/journal.ts';
import { DEFAULT_CONFIG, DEFAULT_FLEET } from './default-fleet.ts';
import { dictOf } from './input/dict-of.ts';
import { readFleet } from './input/fleet-file.ts';
import { expectFleet } from './input/fleet-schema.ts';
import { InputError } from './input/input-error.ts';
import { namingFile } from './input/naming-file.ts';
import { passwordFile } from './input/password-file.ts';
import { raasConfig } from './input/raas-config.ts';
import { readRaasFleet } from './input/raas-fleet.ts';
import { readDocument } from './input/read-document.ts';
import { strangeOptions } from './input/strange-options.ts';
import { unsimulatedOptions } from './input/unsimulated-options.ts';
import { masterConfig, type MasterConfig } from './master/config.ts';
import { Master } from './master/master.ts';
import { seededRandom, type Random } from './master/random.ts';
import { DEFAULT_LINE, profileFor } from './master/versions/versions.ts';
import { sessionStoreFor } from './netapi/cherrypy/server.ts';
import type { SessionStore } from './netapi/cherrypy/sessions/session-store.ts';
import { copyOf, type PyDict } from './python/value.ts';
import { Raas } from './raas/raas.ts';
import type { SimulatorOptions } from './simulator.ts';

/** The parts of a simulator before it listens; what is built for tests can be changed in between. */
export interface Parts {
  readonly master: Master;
  /** The sessions of rest_cherrypy. */
  readonly sessions: SessionStore;
  /** Undefined where the module `raas` is not to be started. */
  readonly raas: Raas | undefined;
  readonly virtual: VirtualClock | undefined;
  readonly journal: Journal;
  /** What the configuration says that is not acted on, or hardly meant, a sentence each. */
  readonly warnings: readonly string[];
}

/** Makes the master and what surrounds it, from the options. */
export function assemble(options: SimulatorOptions): Parts {
  const random = seededRandom(options.seed ?? 1);
  const virtual = options.clock === 'wall' ? undefined : virtualClock();
  const fleet = fleetDocument(options.fleet);
  const read = document(options.config, 'master configuration', DEFAULT_CONFIG);
  const config = namingFile(options.config, () => masterConfig(read));
  const profile = profileFor(options.salt ?? DEFAULT_LINE);
  const passwords = passwordFile(config);
  const clock = virtual ?? wallClock();
  const masterOf = (minions: PyDict, named: Random): Master =>
    new Master({
      config,
      profile,
      ...readFleet(minions, named),
      passwords: passwords.text,
      clock,
      random: named,
    });
  const master = masterOf(fleet, random);
  const journal = new Journal(options.journalSize ?? 1000);
  const warnings = options.config === undefined ? [] : warningsOn(config);
  return {
    master,
    sessions: sessionStoreFor(master),
    raas: options.netapi?.includes('raas') ? raasFor(options, fleet, master, masterOf) : undefined,
    virtual,
    journal,
    warnings: [...warnings, ...passwords.warnings],
  };
}

/** A RaaS with the master attached, and the others that the fleet names. */
function raasFor(
  options: SimulatorOptions,
  fleet: PyDict,
  master: Master,
  masterOf: (fleet: PyDict, random: Random) => Master,
): Raas {
  const { clock, random } = master;
  const read = document(options.raas, 'RaaS configuration', new Map());
  const { masters, ...accounts } = readRaasFleet(fleet);
  const others = [...masters].map(([id, minions]): [string, Master] => [
    id,
    masterOf(minions, random.named(id)),
  ]);
  return new Raas({
    config: namingFile(options.raas, () => raasConfig(read)),
    masters: new Map([[master.config.id, master], ...others]),
    ...accounts,
    clock,
    random,
  });
}

/** A fleet to start with: one that was given must fit the schema and say something. */
function fleetDocument(source: SimulatorOptions['fleet']): PyDict {
  const fleet = document(
    source,
    typeof source === 'string' ? 'fleet file' : 'fleet',
    DEFAULT_FLEET,
  );
  if (source === undefined) return fleet;
  const name = typeof source === 'string' ? `fleet file ${source}` : 'fleet';
  if (typeof source === 'string' && fleet.size === 0)
    throw new InputError(`The ${name} is empty. Write at least "minions: {}" into it.`);
  expectFleet(fleet, name);
  return fleet;
}

function document(source: string | object | undefined, what: string, standard: PyDict): PyDict {
  if (source === undefined) return copyOf(standard) as PyDict;
  return typeof source === 'string' ? readDocument(source, what) : dictOf(source, what);
}

function warningsOn(config: MasterConfig): string[] {
  return [...unsimulatedOptions(config), ...strangeOptions(config)];
}

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
import { readDocument } from './input/read-document.ts';
import { strangeOptions } from './input/strange-options.ts';
import { unsimulatedOptions } from './input/unsimulated-options.ts';
import { masterConfig, type MasterConfig } from './master/config.ts';
import { Master } from './master/master.ts';
import { seededRandom } from './master/random.ts';
import { DEFAULT_LINE, profileFor } from './master/versions/versions.ts';
import { sessionStoreFor } from './netapi/cherrypy/server.ts';
import type { SessionStore } from './netapi/cherrypy/sessions/session-store.ts';
import { copyOf, type PyDict } from './python/value.ts';
import type { SimulatorOptions } from './simulator.ts';

/** The parts of a simulator before it listens; what is built for tests can be changed in between. */
export interface Parts {
  readonly master: Master;
  /** The sessions of rest_cherrypy. */
  readonly sessions: SessionStore;
  readonly virtual: VirtualClock | undefined;
  readonly journal: Journal;
  /** What the configuration says that is not acted on, or hardly meant, a sentence each. */
  readonly warnings: readonly string[];
}

/** Makes the master and what surrounds it, from the options. */
export function assemble(options: SimulatorOptions): Parts {
  const random = seededRandom(options.seed ?? 1);
  const virtual = options.clock === 'wall' ? undefined : virtualClock();
  const fleet = readFleet(fleetDocument(options.fleet), random);
  const read = document(options.config, 'master configuration', DEFAULT_CONFIG);
  const config = namingFile(options.config, () => masterConfig(read));
  const profile = profileFor(options.salt ?? DEFAULT_LINE);
  const passwords = passwordFile(config);
  const master = new Master({
    config,
    profile,
    ...fleet,
    passwords: passwords.text,
    clock: virtual ?? wallClock(),
    random,
  });
  const journal = new Journal(options.journalSize ?? 1000);
  const warnings = options.config === undefined ? [] : warningsOn(config);
  return {
    master,
    sessions: sessionStoreFor(master),
    virtual,
    journal,
    warnings: [...warnings, ...passwords.warnings],
  };
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

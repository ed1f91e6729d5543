import { virtualClock, type VirtualClock } from './clock/virtual-clock.ts';
import { wallClock } from './clock/wall-clock.ts';
import { Journal } from './control/journal.ts';
import { DEFAULT_CONFIG, DEFAULT_FLEET } from './default-fleet.ts';
import { documentOf } from './input/document-of.ts';
import { readFleet } from './input/fleet-file.ts';
import { expectFleet } from './input/fleet-schema.ts';
import { InputError } from './input/input-error.ts';
import { namingFile } from './input/naming-file.ts';
import { passwordFile } from './input/password-file.ts';
import { mistypedSettings } from './input/raas-config.ts';
import { strangeOptions } from './input/strange-options.ts';
import { unsimulatedOptions } from './input/unsimulated-options.ts';
import { masterConfig, type MasterConfig } from './master/config.ts';
import { Master } from './master/master.ts';
import { seededRandom, type Random } from './master/random.ts';
import { DEFAULT_LINE, profileFor } from './master/versions/versions.ts';
import { sessionStoreFor } from './netapi/cherrypy/server.ts';
import type { SessionStore } from './netapi/cherrypy/sessions/session-store.ts';
import type { PyDict } from './python/value.ts';
import type { Raas } from './raas/raas.ts';
import type { SimulatorOptions } from './simulator.ts';

/** The parts of a simulator before it listens; what is built for tests can be changed in between. */
export interface Parts {
  readonly master: Master;
  /** The sessions of rest_cherrypy. */
  readonly sessions: SessionStore;
  /** The fleet document that it was made of. */
  readonly fleet: PyDict;
  /** Makes a master of the same configuration and in the same time, with a fleet and perhaps an id of its own. */
  readonly masterOf: (fleet: PyDict, random: Random, id?: string) => Master;
  /** The configuration of RaaS as it was read. */
  readonly raasDocument: PyDict;
  /** Where it is not made when it is first wanted, so that it can be changed. */
  readonly raas?: Raas;
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
  const read = documentOf(options.config, 'master configuration', DEFAULT_CONFIG);
  const config = namingFile(options.config, () => masterConfig(read));
  const profile = profileFor(options.salt ?? DEFAULT_LINE);
  const passwords = passwordFile(config);
  const clock = virtual ?? wallClock();
  const masterOf = (minions: PyDict, named: Random, id = config.id): Master =>
    new Master({
      config: { ...config, id },
      profile,
      ...readFleet(minions, named),
      passwords: passwords.text,
      clock,
      random: named,
    });
  const master = masterOf(fleet, random);
  const journal = new Journal(options.journalSize ?? 1000);
  const raasDocument = documentOf(options.raas, 'RaaS configuration', new Map());
  const warnings = options.config === undefined ? [] : warningsOn(config);
  return {
    master,
    sessions: sessionStoreFor(master),
    fleet,
    masterOf,
    raasDocument,
    virtual,
    journal,
    warnings: [
      ...inFile(options.config, [...warnings, ...passwords.warnings]),
      ...inFile(options.raas, mistypedSettings(raasDocument)),
    ],
  };
}

/** A fleet to start with: one that was given must fit the schema and say something. */
function fleetDocument(source: SimulatorOptions['fleet']): PyDict {
  const fleet = documentOf(
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

/** Sentences with the file's name before them, if it was a file. */
function inFile(source: string | object | undefined, sentences: readonly string[]): string[] {
  return sentences.map((said) => (typeof source === 'string' ? `${source}: ${said}` : said));
}

function warningsOn(config: MasterConfig): string[] {
  return [...unsimulatedOptions(config), ...strangeOptions(config)];
}

import type { RequestHandler } from 'express';
import type { AnswerRule } from '../schemas/generated/fleet.ts';
import { virtualClock, type VirtualClock } from './clock/virtual-clock.ts';
import { wallClock } from './clock/wall-clock.ts';
import { CONTROL_PREFIX, controlApi } from './control/control-api.ts';
import { Journal, type JournalEntry } from './control/journal.ts';
import { journalKeeper } from './control/journal-keeper.ts';
import { DEFAULT_CONFIG, DEFAULT_FLEET } from './default-fleet.ts';
import { expectOptions } from './input/expect-options.ts';
import { readFleet } from './input/fleet-file.ts';
import { expectFleet } from './input/fleet-schema.ts';
import { secondsOf } from './input/expect-span.ts';
import { fromJson } from './input/from-json.ts';
import { InputError } from './input/input-error.ts';
import { namingFile } from './input/naming-file.ts';
import { readDocument } from './input/read-document.ts';
import { scriptedRules } from './input/scripted-rules.ts';
import { shown } from './input/shown.ts';
import { strangeOptions } from './input/strange-options.ts';
import { tlsFiles } from './input/tls-files.ts';
import { unsimulatedOptions } from './input/unsimulated-options.ts';
import { masterConfig, type MasterConfig } from './master/config.ts';
import { Master } from './master/master.ts';
import { seededRandom } from './master/random.ts';
import { DEFAULT_LINE, profileFor } from './master/versions/versions.ts';
import { sessionStoreFor, startCherryPy } from './netapi/cherrypy/server.ts';
import type { SessionStore } from './netapi/cherrypy/sessions/session-store.ts';
import { copyOf, isDict, type PyDict } from './python/value.ts';
import { saltproofVersion } from './version.ts';

/** What a simulator is started with; everything is optional. */
export interface SimulatorOptions {
  /** A Salt master configuration: a file's path, or its content as plain data. */
  readonly config?: string | object;
  /** A fleet: a file's path, or its content as plain data. */
  readonly fleet?: string | object;
  /** A Salt line, `3008`, or a release of one. @default the newest line */
  readonly salt?: string;
  /** Real time, or a time that stands still until told. @default 'virtual' */
  readonly clock?: 'virtual' | 'wall';
  /** @default 1 */
  readonly seed?: number;
  /** 0 takes a free one. @default the configuration's own */
  readonly port?: number;
  /** Where to listen if the configuration names no port either. @default 0: a free one */
  readonly fallbackPort?: number;
  /** @default '127.0.0.1' */
  readonly host?: string;
  /** Whether ws4py is installed, as it is in no package of Salt; without it `/ws` is a 404. @default true */
  readonly ws4py?: boolean;
  /** How many requests the journal keeps. @default 1000 */
  readonly journalSize?: number;
}

/** A span of time, added up. */
export interface TimeSpan {
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

/** Rules that were added together. */
export interface AddedRules {
  /** Takes them away again. */
  remove(): void;
}

/** A running simulator. */
export interface Simulator {
  /** Where the first netapi module listens. */
  readonly url: string;
  readonly urls: { readonly cherrypy: string };
  /** Where the control API listens. */
  readonly control: string;
  /** What the configuration asks for and the simulator does not do, and what looks mistyped in it, a sentence each. */
  readonly warnings: readonly string[];
  readonly clock: { advance(span: TimeSpan): Promise<void> };
  readonly events: { fire(tag: string, data?: object): void };
  readonly answers: {
    /**
     * Adds rules by which minions answer, as in a fleet file; they stand before those there are.
     *
     * @throws InputError for rules that do not fit the schema
     */
    add(...rules: AnswerRule[]): AddedRules;
    /** Takes all rules away, those of the fleet too. */
    clear(): void;
  };
  readonly journal: { requests(): readonly JournalEntry[] };
  /** Ends what is open and stops listening; a second time changes nothing. */
  close(): Promise<void>;
}

/**
 * Starts a simulated Salt master with rest_cherrypy in front.
 *
 * @throws InputError for an option, configuration, fleet or Salt line that cannot be used, and for
 * a port that cannot be listened on
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  expectOptions(options);
  const parts = assemble(options);
  const { master, virtual, journal } = parts;
  const server = await listen(parts, options);
  let closing: Promise<void> | undefined;
  return {
    url: server.url,
    urls: { cherrypy: server.url },
    control: `${server.url}${CONTROL_PREFIX}`,
    warnings: options.config === undefined ? [] : warningsOn(master.config),
    clock: {
      async advance(span) {
        const seconds = secondsOf(span);
        if (virtual === undefined)
          throw new InputError('Only a virtual clock can be advanced; this one is real time.');
        await virtual.advance(seconds);
      },
    },
    answers: {
      add: (...rules) => ({ remove: addAnswers(master, rules) }),
      clear: () => master.answers.clear(),
    },
    events: { fire: (tag, data = {}) => fireEvent(master, tag, data) },
    journal,
    close: () => (closing ??= server.close()),
  };
}

function addAnswers(master: Master, rules: readonly AnswerRule[]): () => void {
  const document = dictOf({ answers: rules }, 'answers');
  expectFleet(document, 'list of rules');
  return master.answers.add(scriptedRules(document));
}

function warningsOn(config: MasterConfig): string[] {
  return [...unsimulatedOptions(config), ...strangeOptions(config)];
}

function fireEvent(master: Master, tag: string, data: object): void {
  if (typeof tag !== 'string' || tag === '')
    throw new InputError(`events.fire needs a tag, a text that is not empty, not ${shown(tag)}.`);
  master.events.fire(tag, dictOf(data, 'event data'));
}

/** The parts of a simulator before it listens; what is built for tests can be changed in between. */
export interface Parts {
  readonly master: Master;
  /** The sessions of rest_cherrypy. */
  readonly sessions: SessionStore;
  readonly virtual: VirtualClock | undefined;
  readonly journal: Journal;
}

/** Makes the master and what surrounds it, from the options. */
export function assemble(options: SimulatorOptions): Parts {
  const random = seededRandom(options.seed ?? 1);
  const virtual = options.clock === 'wall' ? undefined : virtualClock();
  const fleet = readFleet(fleetDocument(options.fleet), random);
  const read = document(options.config, 'master configuration', DEFAULT_CONFIG);
  const config = namingFile(options.config, () => masterConfig(read));
  const profile = profileFor(options.salt ?? DEFAULT_LINE);
  const master = new Master({ config, profile, ...fleet, clock: virtual ?? wallClock(), random });
  const journal = new Journal(options.journalSize ?? 1000);
  return { master, sessions: sessionStoreFor(master), virtual, journal };
}

/** Puts rest_cherrypy in front of the parts. */
export async function listen(
  { master, sessions, virtual, journal }: Parts,
  options: SimulatorOptions,
  before: RequestHandler[] = [],
) {
  const { rest_cherrypy } = master.config;
  const port = options.port ?? rest_cherrypy.port ?? options.fallbackPort ?? 0;
  const host = options.host ?? '127.0.0.1';
  const tls = namingFile(options.config, () => tlsFiles(rest_cherrypy));
  const control = controlApi({
    master,
    virtualClock: virtual,
    journal,
    version: saltproofVersion(),
  });
  try {
    return await startCherryPy(master, {
      host,
      port,
      tls,
      sessions,
      ws4py: options.ws4py ?? true,
      before: [...journalKeeper(journal), control, ...before],
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError(`Cannot listen on ${host}:${port}: ${LISTEN_ERRORS[code] ?? code}`, {
      cause: error,
    });
  }
}

const LISTEN_ERRORS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is in use. Name another, or 0 for a free one.',
  EACCES: 'this port needs more rights. Name one above 1023.',
  EADDRNOTAVAIL: 'this machine has no such address. Name one of its own.',
  ENOTFOUND: 'there is no such host. Name an address of this machine.',
  EAI_AGAIN: 'there is no such host. Name an address of this machine.',
};

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

function dictOf(data: object, what: string): PyDict {
  const value = typeof data === 'object' && data !== null ? fromJson(data, what) : null;
  if (isDict(value)) return value;
  throw new InputError(`The ${what} must be an object.`);
}

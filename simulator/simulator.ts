import type { AnswerRule } from '../schemas/generated/fleet.ts';
import { assemble } from './assemble.ts';
import { CONTROL_PREFIX } from './control/control-api.ts';
import type { JournalEntry } from './control/journal.ts';
import { dictOf } from './input/dict-of.ts';
import { expectOptions } from './input/expect-options.ts';
import { secondsOf } from './input/expect-span.ts';
import { expectFleet } from './input/fleet-schema.ts';
import { InputError } from './input/input-error.ts';
import { scriptedRules } from './input/scripted-rules.ts';
import { shown } from './input/shown.ts';
import { listen } from './listen.ts';
import type { Master } from './master/master.ts';
import type { Netapi } from './netapis.ts';

/** What a simulator is started with; everything is optional. */
export interface SimulatorOptions {
  /** A Salt master configuration: a file's path, or its content as plain data. */
  readonly config?: string | object;
  /** A fleet: a file's path, or its content as plain data. */
  readonly fleet?: string | object;
  /** The HTTP modules to start, in this order. @default rest_cherrypy alone */
  readonly netapi?: readonly Netapi[];
  /** A RaaS configuration: a file's path, or its content as plain data. */
  readonly raas?: string | object;
  /** A Salt line, `3008`, or a release of one. @default the newest line */
  readonly salt?: string;
  /** Real time, or a time that stands still until told. @default 'virtual' */
  readonly clock?: 'virtual' | 'wall';
  /** @default 1 */
  readonly seed?: number;
  /** Where the first module listens, the next ones after it; 0 takes free ones. @default the configuration's own */
  readonly port?: number;
  /** Where to listen if the configuration names no port either. @default 0: a free one */
  readonly fallbackPort?: number;
  /** @default '127.0.0.1' */
  readonly host?: string;
  /** Whether ws4py is installed, as it is in no package of Salt; without it `/ws` is a 404. @default true */
  readonly ws4py?: boolean;
  /** The Tornado that rest_tornado names in its `Server` header. @default that of the Salt line */
  readonly tornadoVersion?: string;
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
  /** Where each module that was started listens. */
  readonly urls: Readonly<Partial<Record<Netapi, string>>>;
  /** Where the control API listens: beside the first module. Those of the others do the same. */
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
 * Starts a simulated Salt master with its HTTP modules in front.
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
    urls: server.urls,
    control: `${server.url}${CONTROL_PREFIX}`,
    warnings: parts.warnings,
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

function fireEvent(master: Master, tag: string, data: object): void {
  if (typeof tag !== 'string' || tag === '')
    throw new InputError(`events.fire needs a tag, a text that is not empty, not ${shown(tag)}.`);
  master.events.fire(tag, dictOf(data, 'event data'));
}

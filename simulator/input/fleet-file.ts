import type { ScriptedRule } from '../master/answers/scripted-rule.ts';
import { derivedPublicKey } from '../master/derived-public-key.ts';
import type { Users } from '../master/eauth/users.ts';
import type { KeyState, Minion } from '../master/fleet.ts';
import { StateFiles } from '../master/modules/state/high/state-files.ts';
import type { Random } from '../master/random.ts';
import { str } from '../python/repr.ts';
import { isDict, pick, type PyDict, type PyValue } from '../python/value.ts';
import { FleetMinion } from './fleet-minion.ts';
import { machineSettings } from './machine-settings.ts';
import { scriptedRules } from './scripted-rules.ts';

/** What a fleet file says. */
export interface FleetFile {
  readonly minions: readonly Minion[];
  readonly users: Users;
  readonly answers: readonly ScriptedRule[];
  readonly stateFiles: StateFiles;
  /** The master's key pair as PEM. */
  readonly pub: string;
  readonly pem: string;
}

/**
 * Makes minions and users of a fleet document that fits its schema; keys that it does not name are
 * derived from the seed.
 */
export function readFleet(document: PyDict, random: Random): FleetFile {
  const master = section(document, 'master');
  const top = document.get('top');
  return {
    minions: [...section(document, 'minions')].map(([id, fields]) =>
      readMinion(str(id), isDict(fields) ? fields : new Map(), random),
    ),
    users: new Map(
      [...section(document, 'users')].map(([name, fields]) => [
        str(name),
        readUser(fields as PyDict),
      ]),
    ),
    answers: scriptedRules(document),
    stateFiles: new StateFiles(
      new Map([...section(document, 'states')].map(([name, content]) => [str(name), content])),
      isDict(top) ? top : undefined,
    ),
    pub: text(master, 'pub') ?? derivedPublicKey(random),
    pem: text(master, 'pem') ?? derivedPublicKey(random),
  };
}

function readMinion(id: string, fields: PyDict, random: Random): Minion {
  const key = (text(fields, 'key') ?? 'accepted') as KeyState;
  const own = section(fields, 'grains');
  const opts = pick(fields, ['schedule', 'beacons']);
  const facts = {
    id,
    key,
    up: (fields.get('up') as boolean | undefined) ?? (key === 'accepted' || key === 'pending'),
    grains: own.has('id')
      ? own
      : new Map<string, PyValue>([['id', id], ...(own as Map<string, PyValue>)]),
    pillar: section(fields, 'pillar'),
    pub: text(fields, 'pub'),
    opts: opts.size === 0 ? undefined : opts,
    settings: machineSettings(fields),
  };
  return new FleetMinion(facts, random);
}

function readUser(fields: PyDict): { password: string; groups: string[] } {
  const groups = (fields.get('groups') ?? []) as string[];
  return { password: text(fields, 'password') ?? '', groups };
}

/** What many minions say nothing of; nobody changes it. */
const NOTHING: PyDict = new Map();

function section(dict: PyDict, name: string): PyDict {
  const value = dict.get(name);
  return isDict(value) ? value : NOTHING;
}

function text(dict: PyDict, name: string): string | undefined {
  return dict.get(name) as string | undefined;
}

import { str } from '../python/repr.ts';
import type { Users } from '../master/eauth/users.ts';
import { KEY_STATES, type KeyState, type Minion } from '../master/fleet.ts';
import { derivedPublicKey } from '../master/keys.ts';
import type { Random } from '../master/random.ts';
import { isDict, type PyDict, type PyValue } from '../python/value.ts';
import { InputError } from './input-error.ts';

/** What a fleet file says, read and checked. */
export interface FleetFile {
  readonly minions: readonly Minion[];
  readonly users: Users;
  /** The master's key pair as PEM. */
  readonly pub: string;
  readonly pem: string;
}

const SECTIONS = ['minions', 'users', 'states', 'master'];
const MINION_KEYS = ['key', 'up', 'grains', 'pillar', 'pub'];

/**
 * Reads a fleet document (schemas/fleet.schema.json) into minions and users; keys that it does
 * not name are derived from the seed.
 *
 * @throws InputError with the path within the document
 */
export function readFleet(document: PyDict, random: Random): FleetFile {
  expectKeys(document, SECTIONS, 'the fleet');
  const master = mapping(document.get('master'), 'master');
  return {
    minions: [...mapping(document.get('minions'), 'minions')].map(([id, fields]) =>
      readMinion(str(id), mapping(fields, `minions.${str(id)}`), random),
    ),
    users: new Map(
      [...mapping(document.get('users'), 'users')].map(([name, fields]) => [
        str(name),
        readUser(mapping(fields, `users.${str(name)}`), `users.${str(name)}`),
      ]),
    ),
    pub: text(master.get('pub'), 'master.pub') ?? derivedPublicKey(random),
    pem: text(master.get('pem'), 'master.pem') ?? derivedPublicKey(random),
  };
}

function readMinion(id: string, fields: PyDict, random: Random): Minion {
  const place = `minions.${id}`;
  expectKeys(fields, MINION_KEYS, place);
  const key = keyState(fields.get('key') ?? 'accepted', `${place}.key`);
  const own = mapping(fields.get('grains'), `${place}.grains`);
  return {
    id,
    key,
    up: flag(fields.get('up') ?? key === 'accepted', `${place}.up`),
    grains: own.has('id')
      ? own
      : new Map<string, PyValue>([['id', id], ...(own as Map<string, PyValue>)]),
    pillar: mapping(fields.get('pillar'), `${place}.pillar`),
    pub: text(fields.get('pub'), `${place}.pub`) ?? derivedPublicKey(random),
  };
}

function readUser(fields: PyDict, place: string): { password: string; groups: string[] } {
  expectKeys(fields, ['password', 'groups'], place);
  const password = text(fields.get('password'), `${place}.password`);
  if (password === undefined) throw new InputError(`The fleet's ${place} needs a password.`);
  const groups = fields.get('groups') ?? [];
  if (!Array.isArray(groups)) throw wrong(`${place}.groups`, 'a list of names');
  return { password, groups: groups.map(String) };
}

function keyState(value: PyValue, place: string): KeyState {
  const found = KEY_STATES.find((state) => state === value);
  if (found === undefined) throw wrong(place, `one of ${KEY_STATES.join(', ')}`);
  return found;
}

function mapping(value: PyValue | undefined, place: string): PyDict {
  if (value === undefined || value === null) return new Map();
  if (isDict(value)) return value;
  throw wrong(place, 'a mapping');
}

function flag(value: PyValue, place: string): boolean {
  if (typeof value === 'boolean') return value;
  throw wrong(place, 'true or false');
}

function text(value: PyValue | undefined, place: string): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw wrong(place, 'a text');
}

function expectKeys(dict: PyDict, known: readonly string[], place: string): void {
  const unknown = [...dict.keys()].find((key) => !known.includes(str(key)));
  if (unknown !== undefined) {
    throw new InputError(
      `There is no "${str(unknown)}" in ${place} of a fleet file; known are ${known.join(', ')}.`,
    );
  }
}

function wrong(place: string, expected: string): InputError {
  return new InputError(`The fleet's ${place} must be ${expected}.`);
}

import { readFileSync } from 'node:fs';

/** Plain JSON data. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export interface JsonObject {
  [key: string]: Json;
}

/** A minion of the oracle's fleet file; its grains are all that it reports. */
export interface FixtureMinion {
  readonly key?: 'accepted' | 'pending' | 'rejected' | 'denied';
  readonly up?: boolean;
  readonly grains?: JsonObject;
  readonly pillar?: JsonObject;
  readonly pub: string;
}

/** A fleet file that gives every key, so that real minions can have them. */
export interface FixtureFleet {
  readonly minions: Readonly<Record<string, FixtureMinion>>;
  readonly master: { readonly pub: string; readonly pem: string };
  /** SLS files by name, and which of them a minion's highstate has. */
  readonly states?: Readonly<Record<string, JsonObject>>;
  readonly top?: JsonObject;
}

/** The master configuration, with the options that the oracle itself reads. */
export interface FixtureMaster extends JsonObject {
  readonly sharedsecret: string;
  readonly rest_cherrypy: JsonObject;
}

function readFixture(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8'));
}

/** The minions that the oracle runs, the same that its recordings are replayed against. */
export const FLEET = readFixture('fleets/oracle.json') as FixtureFleet;

/** Private keys of the minions that run: made for this purpose, published, and worth nothing. */
export const PRIVATE_KEYS = readFixture('fleets/oracle-keys.json') as Readonly<
  Record<string, string>
>;

/** What the simulator is given too; directories and ports are added for real Salt. */
export const MASTER_CONFIG = readFixture('masters/oracle.json') as FixtureMaster;

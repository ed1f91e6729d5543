import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import { LEVELS, type Level } from '../report/result.ts';
import type { RunSettings } from '../specs/run-options.ts';
import { oneOf } from './one-of.ts';
import { saltLine } from './salt-line.ts';
import { UsageError } from './usage-error.ts';

/** The flags of `check` as they were typed. */
export interface CheckFlags {
  readonly api?: string;
  readonly username?: string;
  readonly password?: string;
  readonly eauth?: string;
  readonly configName?: string;
  readonly token?: string;
  readonly limited?: string;
  readonly ca?: string;
  readonly insecure?: boolean;
  readonly salt?: string;
  readonly level?: string;
  readonly only?: string | readonly string[];
  readonly baseline?: string;
  readonly allow?: string;
  readonly out?: string;
  readonly shard?: string;
  readonly record?: string;
  readonly failOn?: string;
  readonly seed?: string;
  readonly timeBudget?: string;
  readonly replyTimeout?: string;
}

/** Seconds that one requirement may wait in real time unless told otherwise. */
const TIME_BUDGET = 30;

/** Seconds that a reply may take unless told otherwise. */
const REPLY_TIMEOUT = 60;

/**
 * What holds of a run whatever its APIs, from the flags; what depends on the target is added by the
 * caller.
 *
 * @throws UsageError for a flag whose value makes no sense
 */
export function runSettingsFrom(
  flags: CheckFlags,
): Omit<RunSettings, 'kind' | 'suiteVersion' | 'runId'> {
  const only = onlyOf(flags.only);
  return {
    salt: saltLine(flags.salt ?? '3008'),
    tls: {
      ...(flags.ca !== undefined && { ca: readCertificate(flags.ca) }),
      insecure: flags.insecure ?? false,
    },
    allow: flags.allow === undefined ? [] : [oneOf(flags.allow, ['writes'] as const, '--allow')],
    ...(only.length > 0 && { only }),
    ...(flags.level !== undefined && { level: oneOf<Level>(flags.level, LEVELS, '--level') }),
    baseline: flags.baseline === undefined ? [] : readBaseline(flags.baseline),
    failOn: oneOf(flags.failOn ?? 'must', ['must', 'should'] as const, '--fail-on'),
    ...(flags.shard !== undefined && { shard: shardOf(flags.shard) }),
    ...(flags.record !== undefined && { recordDir: resolve(flags.record) }),
    seed: numberOf(flags.seed ?? '1', '--seed'),
    timeBudget: numberOf(flags.timeBudget ?? String(TIME_BUDGET), '--time-budget'),
    replyTimeout: numberOf(flags.replyTimeout ?? String(REPLY_TIMEOUT), '--reply-timeout'),
    outDir: resolve(flags.out ?? 'report/out'),
  };
}

/**
 * Checks that no flag is there that means nothing without a server: whoever forgets its URL would
 * get a verdict on the embedded simulator.
 *
 * @throws UsageError naming the flag
 */
export function expectFlagsOfEmbedded({ ca, insecure, token }: CheckFlags): void {
  const flags = Object.entries({ '--ca': ca, '--insecure': insecure, '--token': token });
  const [flag] = flags.find(([, value]) => value !== undefined && value !== false) ?? [];
  if (flag !== undefined) throw new UsageError(`${flag} is for a server; name its URL.`);
}

function numberOf(value: string, flag: string): number {
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  throw new UsageError(`${flag} must be a number, 0 or more, not "${value}".`);
}

function onlyOf(value: string | readonly string[] | undefined): string[] {
  if (value === undefined) return [];
  const ids = [value]
    .flat()
    .flatMap((item) => item.split(','))
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (ids.length > 0) return ids;
  throw new UsageError('--only names nothing; name a requirement or a topic, as cherrypy.login.');
}

function shardOf(text: string): NonNullable<RunSettings['shard']> {
  const [, index = '0', total = '0'] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (Number(index) >= 1 && Number(index) <= Number(total))
    return { index: Number(index), total: Number(total) };
  throw new UsageError(`--shard must be a part of a whole such as 1/3, not "${text}".`);
}

/** A baseline holds one id a line; blank lines and comments after # are left out. */
function readBaseline(path: string): string[] {
  return readText(path, '--baseline')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

function readCertificate(path: string): string {
  const text = readText(path, '--ca');
  try {
    createSecureContext({ ca: text });
  } catch (cause) {
    throw new UsageError(`--ca names ${path}, which is no certificate in PEM.`, { cause });
  }
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new UsageError(`--ca names ${path}, which is no certificate in PEM.`);
}

function readText(path: string, flag: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError(`${flag} names ${path}, which cannot be read. Check the path.`, { cause });
  }
}

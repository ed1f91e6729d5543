import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { APIS, LEVELS, type Api, type Level } from '../report/result.ts';
import type { Credentials, RunOptions } from '../specs/run-options.ts';
import { UsageError } from './usage-error.ts';

/** The flags of `check` as they come from the command line. */
export interface CheckFlags {
  readonly api?: string;
  readonly username?: string;
  readonly password?: string;
  readonly eauth?: string;
  readonly limited?: string;
  readonly ca?: string;
  readonly insecure?: boolean;
  readonly salt?: string | number;
  readonly level?: string;
  readonly only?: string | string[];
  readonly baseline?: string;
  readonly allow?: string;
  readonly out?: string;
  readonly shard?: string;
  readonly record?: string;
  readonly failOn?: string;
  readonly seed?: string | number;
  readonly timeBudget?: string | number;
}

/** Seconds that one requirement may wait in real time unless told otherwise. */
const TIME_BUDGET = 20;

/**
 * The options of a run from the flags and the environment; targets and kind are added by the caller.
 *
 * @throws UsageError for a flag whose value makes no sense
 */
export function runOptionsFrom(
  flags: CheckFlags,
  standard: { credentials: Credentials; limited?: Credentials },
  env: NodeJS.ProcessEnv,
): Omit<RunOptions, 'targets' | 'kind' | 'suiteVersion'> {
  const credentials = {
    username: flags.username ?? standard.credentials.username,
    password: flags.password ?? env['SALTPROOF_PASSWORD'] ?? standard.credentials.password,
    eauth: flags.eauth ?? standard.credentials.eauth,
  };
  const limited =
    limitedUser(flags.limited ?? env['SALTPROOF_LIMITED'], credentials.eauth) ?? standard.limited;
  const only = listOf(flags.only);
  const shard = shardOf(flags.shard);
  const level =
    flags.level === undefined ? undefined : oneOf<Level>(flags.level, LEVELS, '--level');
  return {
    api: oneOf<Api>(flags.api ?? 'cherrypy', APIS, '--api'),
    salt: lineOf(String(flags.salt ?? '3008')),
    credentials,
    ...(limited !== undefined && { limited }),
    allow: flags.allow === undefined ? [] : [oneOf(flags.allow, ['writes'] as const, '--allow')],
    ...(only.length > 0 && { only }),
    ...(level !== undefined && { level }),
    baseline: flags.baseline === undefined ? [] : readBaseline(flags.baseline),
    failOn: oneOf(flags.failOn ?? 'must', ['must', 'should'] as const, '--fail-on'),
    ...(shard !== undefined && { shard }),
    ...(flags.record !== undefined && { record: flags.record }),
    seed: numberOf(flags.seed ?? 1, '--seed'),
    timeBudget: numberOf(flags.timeBudget ?? TIME_BUDGET, '--time-budget'),
    outDir: flags.out ?? 'report/out',
    ...(flags.ca !== undefined && { ca: readText(flags.ca, '--ca') }),
    insecure: flags.insecure ?? false,
  };
}

/** How many simulators work side by side; a recording needs them one after the other. */
export function workersFor(flags: CheckFlags): number {
  return flags.record === undefined ? Math.min(4, availableParallelism()) : 1;
}

/**
 * The base URL of a target, without a slash at its end.
 *
 * @throws UsageError for anything but an http or https URL
 */
export function targetUrl(text: string): string {
  try {
    const url = new URL(text);
    if (url.protocol === 'http:' || url.protocol === 'https:') return url.href.replace(/\/+$/, '');
  } catch {
    // said below, together with other protocols
  }
  throw new UsageError(`"${text}" is no URL of a salt-api; one looks like http://127.0.0.1:8000.`);
}

function oneOf<T extends string>(value: string, allowed: readonly T[], flag: string): T {
  const found = allowed.find((known) => known === value);
  if (found !== undefined) return found;
  throw new UsageError(`${flag} must be one of ${allowed.join(', ')}, not "${value}".`);
}

function lineOf(salt: string): string {
  const [line = ''] = salt.split('.');
  if (/^\d{4}$/.test(line)) return line;
  throw new UsageError(
    `--salt must be a line or release of Salt such as 3008 or 3006.28, not "${salt}".`,
  );
}

function numberOf(value: string | number, flag: string): number {
  const number = Number(value);
  if (Number.isFinite(number) && number >= 0) return number;
  throw new UsageError(`${flag} must be a number, not "${value}".`);
}

function limitedUser(text: string | undefined, eauth: string): Credentials | undefined {
  if (text === undefined) return undefined;
  const colon = text.indexOf(':');
  if (colon < 1) throw new UsageError('--limited must be USER:PASSWORD.');
  return { username: text.slice(0, colon), password: text.slice(colon + 1), eauth };
}

function listOf(value: string | string[] | undefined): string[] {
  const items = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return items.flatMap((item) => item.split(',')).filter((item) => item !== '');
}

function shardOf(text: string | undefined): RunOptions['shard'] {
  if (text === undefined) return undefined;
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

function readText(path: string, flag: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError(`${flag} names ${path}, which cannot be read. Check the path.`, { cause });
  }
}

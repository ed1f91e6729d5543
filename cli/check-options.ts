import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import { APIS, LEVELS, type Api, type Level } from '../report/result.ts';
import type { Credentials, RunOptions } from '../specs/run-options.ts';
import { UsageError } from './usage-error.ts';

/** The flags of `check` as they were typed. */
export interface CheckFlags {
  readonly api?: string;
  readonly username?: string;
  readonly password?: string;
  readonly eauth?: string;
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

/** Users that a run falls back to; on somebody else's server there are none. */
export interface StandardUsers {
  readonly credentials?: Credentials;
  readonly limited?: Credentials;
}

/** Seconds that one requirement may wait in real time unless told otherwise. */
const TIME_BUDGET = 30;

/** Seconds that a reply may take unless told otherwise. */
const REPLY_TIMEOUT = 60;

/** The eauth back end that is meant where none is named. */
const EAUTH = 'pam';

/**
 * The options of a run from the flags and the environment; what depends on the target is added by
 * the caller.
 *
 * @throws UsageError for a flag whose value makes no sense, or for a target without a user
 */
export function runOptionsFrom(
  flags: CheckFlags,
  standard: StandardUsers,
  env: NodeJS.ProcessEnv,
): Omit<RunOptions, 'targets' | 'kind' | 'suiteVersion' | 'runId'> {
  const credentials = credentialsFrom(flags, standard, env);
  const limited =
    limitedUser(flags.limited ?? env['SALTPROOF_LIMITED'], credentials?.eauth ?? EAUTH) ??
    standard.limited;
  const only = onlyOf(flags.only);
  return {
    api: oneOf<Api>(flags.api ?? 'cherrypy', APIS, '--api'),
    salt: lineOf(flags.salt ?? '3008'),
    ...(credentials !== undefined && { credentials }),
    ...(flags.token !== undefined && { token: flags.token }),
    ...(limited !== undefined && { limited }),
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

/**
 * The base URL of a target, without a slash at its end.
 *
 * @throws UsageError for anything but an http or https URL without credentials
 */
export function targetUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol))
    throw new UsageError(
      text.includes('://')
        ? `"${text}" is no URL of a salt-api; one looks like http://127.0.0.1:8000.`
        : `"${text}" is no URL of a salt-api: put http:// or https:// before it.`,
    );
  if (url.username !== '' || url.password !== '')
    throw new UsageError(
      'The URL must not hold a user and password: reports show it. Name them with --username and SALTPROOF_PASSWORD.',
    );
  if (url.search !== '' || url.hash !== '')
    throw new UsageError(
      `"${text}" must end with its path; it is put before the paths of the suite.`,
    );
  return url.href.replace(/\/+$/, '');
}

function credentialsFrom(
  { username, password, eauth, token }: CheckFlags,
  { credentials: standard }: StandardUsers,
  env: NodeJS.ProcessEnv,
): Credentials | undefined {
  const secret = password ?? env['SALTPROOF_PASSWORD'];
  if (token !== undefined) {
    if (username === undefined) return undefined;
    throw new UsageError('--token and --username exclude each other: one session, or one user.');
  }
  if (standard !== undefined)
    return {
      username: username ?? standard.username,
      // What stands in the environment is meant for a server, unless a user is named to go with it.
      password: password ?? (username === undefined ? undefined : secret) ?? standard.password,
      eauth: eauth ?? standard.eauth,
    };
  if (username === undefined)
    throw new UsageError(
      'A server needs a user to log in as: --username, SALTPROOF_PASSWORD (or --password) and --eauth; or a session, --token.',
    );
  if (secret === undefined)
    throw new UsageError(
      `There is no password for "${username}": set SALTPROOF_PASSWORD, or name it with --password.`,
    );
  return { username, password: secret, eauth: eauth ?? EAUTH };
}

function oneOf<T extends string>(value: string, allowed: readonly T[], flag: string): T {
  const found = allowed.find((known) => known === value);
  if (found !== undefined) return found;
  throw new UsageError(`${flag} must be ${allowed.join(' or ')}, not "${value}".`);
}

function lineOf(salt: string): string {
  const [line = ''] = salt.split('.');
  if (/^\d{4}$/.test(line)) return line;
  throw new UsageError(
    `--salt must be a line or release of Salt such as 3008 or 3006.28, not "${salt}".`,
  );
}

function numberOf(value: string, flag: string): number {
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  throw new UsageError(`${flag} must be a number, 0 or more, not "${value}".`);
}

function limitedUser(text: string | undefined, eauth: string): Credentials | undefined {
  if (text === undefined) return undefined;
  const colon = text.indexOf(':');
  if (colon < 1) throw new UsageError('--limited must be USER:PASSWORD.');
  return { username: text.slice(0, colon), password: text.slice(colon + 1), eauth };
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

function shardOf(text: string): NonNullable<RunOptions['shard']> {
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

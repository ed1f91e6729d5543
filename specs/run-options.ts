import type { Api, Level } from '../report/result.ts';

/** Who logs in. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly eauth: string;
}

/** Whom to trust as the certificate's issuer: an authority as PEM, or anyone. */
export interface TlsTrust {
  readonly ca?: string;
  readonly insecure: boolean;
}

/** What a run of the suite is told by the command line, handed to its workers in the environment. */
export interface RunOptions {
  /** Base URLs of equal targets, without a slash at the end; each worker takes one. */
  readonly targets: readonly string[];
  readonly api: Api;
  /** The Salt line whose requirements are meant: `3008`. */
  readonly salt: string;
  readonly kind: 'embedded simulator' | 'server';
  /** Absent where the run was given a token instead. */
  readonly credentials?: Credentials;
  /** A session that exists already. */
  readonly token?: string;
  /** A second user with few rights. */
  readonly limited?: Credentials;
  readonly tls: TlsTrust;
  /** What the run may do to the target beyond reading and test functions. */
  readonly allow: readonly 'writes'[];
  /** What to run: ids, topics such as `cherrypy.login`, or an api; all else is left out. */
  readonly only?: readonly string[];
  /** Only requirements of this level or a weightier one. */
  readonly level?: Level;
  /** Ids that are known to fail. */
  readonly baseline: readonly string[];
  readonly failOn: 'must' | 'should';
  /** This part of so many. */
  readonly shard?: { readonly index: number; readonly total: number };
  /** Where the raw exchanges of the run are kept. */
  readonly recordDir?: string;
  readonly seed: number;
  /** Part of every name that the run gives to something; no other run on the same target has it. */
  readonly runId: string;
  /** Seconds that one requirement may wait in real time. */
  readonly timeBudget: number;
  /** Seconds without a byte after which a reply is given up. */
  readonly replyTimeout: number;
  /** Milliseconds that an event is waited for. @default 15 s */
  readonly eventTimeout?: number;
  readonly outDir: string;
  readonly suiteVersion: string;
}

/** The environment variable that carries the options as JSON. */
export const RUN_OPTIONS_VARIABLE = 'SALTPROOF_RUN';

/**
 * The options of this run.
 *
 * @throws Error where the suite was started by something other than the command line
 */
export function runOptions(env: NodeJS.ProcessEnv = process.env): RunOptions {
  const text = env[RUN_OPTIONS_VARIABLE];
  if (text === undefined)
    throw new Error('The suite is started by `saltproof check`, which tells it about its target.');
  return JSON.parse(text) as RunOptions;
}

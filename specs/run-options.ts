import type { Api, Level } from '../report/result.ts';

/** Who logs in. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly eauth: string;
}

/** Who logs in to RaaS; `config_name` is the back end, `internal` for its own users. */
export interface RaasCredentials {
  readonly username: string;
  readonly password: string;
  readonly config_name: string;
}

/** Whom to trust as the certificate's issuer: an authority as PEM, or anyone. */
export interface TlsTrust {
  readonly ca?: string;
  readonly insecure: boolean;
}

/** The APIs of salt-api, which log in alike. */
export type SaltApi = Exclude<Api, 'raas'>;

/** Where an API answers and who logs in there. */
interface ApiSettings<Name extends Api, Who> {
  readonly api: Name;
  /** Base URLs of equal targets, without a slash at the end; each worker takes one. */
  readonly targets: readonly string[];
  /** Absent where the run was given a token instead. */
  readonly credentials?: Who;
  /** A session that exists already; for RaaS, what goes after `JWT` or `Bearer`. */
  readonly token?: string;
  /** A second user with few rights. */
  readonly limited?: Who;
}

/** Where a module of salt-api answers and who logs in there. */
export type SaltApiSettings = ApiSettings<SaltApi, Credentials>;

/** Where RaaS answers and who logs in there. */
export type RaasSettings = ApiSettings<'raas', RaasCredentials>;

/** What a run of the suite is told by the command line, whatever the API. */
export interface RunSettings {
  /** The Salt line whose requirements are meant: `3008`. */
  readonly salt: string;
  readonly kind: 'embedded simulator' | 'server';
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

/** What requirements of salt-api are told of their run. */
export type RunOptions = RunSettings & SaltApiSettings;

/** What requirements of RaaS are told of their run. */
export type RaasRunOptions = RunSettings & RaasSettings;

/** What is told about one of the APIs that a run judges. */
export type AnyApiSettings = SaltApiSettings | RaasSettings;

/** A whole run, over one or several APIs: handed to its workers in the environment. */
export interface SuiteOptions extends RunSettings {
  /** Not empty. */
  readonly apis: readonly AnyApiSettings[];
}

/** The environment variable that carries the options as JSON. */
export const RUN_OPTIONS_VARIABLE = 'SALTPROOF_RUN';

/**
 * The options of this run.
 *
 * @throws Error where the suite was started by something other than the command line
 */
export function suiteOptions(env: NodeJS.ProcessEnv = process.env): SuiteOptions {
  const text = env[RUN_OPTIONS_VARIABLE];
  if (text === undefined)
    throw new Error('The suite is started by `saltproof check`, which tells it about its target.');
  return JSON.parse(text) as SuiteOptions;
}

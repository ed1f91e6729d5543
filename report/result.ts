/** How much a requirement weighs: a failed MUST makes a target not conformant. */
export const LEVELS = ['must', 'should', 'may'] as const;
export type Level = (typeof LEVELS)[number];

/** The netapi modules and servers that the suite has requirements for. */
export const APIS = ['cherrypy', 'tornado', 'wsgi', 'raas'] as const;
export type Api = (typeof APIS)[number];

/** The API that a requirement is about: the first part of its id. Undefined where there is no such API. */
export function apiOf(id: string): Api | undefined {
  return APIS.find((known) => id.startsWith(`${known}.`));
}

/**
 * What became of a requirement in a run.
 *
 * `known` is a failure that the baseline lists. `not applicable` is a requirement outside its
 * range of Salt lines, or for a feature the target does not declare. `not verified` could not be
 * tried, for the reason in `cause`; it never counts as passed. `harness error` is our own fault.
 */
export const OUTCOMES = [
  'pass',
  'fail',
  'known',
  'not applicable',
  'not verified',
  'harness error',
] as const;

/** What came of a requirement. */
export type Outcome = (typeof OUTCOMES)[number];

/** Where a requirement comes from: a document, real Salt of these versions, clients that break without it, or a conclusion. */
export interface Source {
  readonly documented?: string;
  readonly observed?: readonly string[];
  readonly client?: readonly string[];
  /** What it was concluded from, where nobody says or shows it. */
  readonly inferred?: string;
}

/** What somebody has written of salt-api, and how far it is right. */
export interface Claim {
  /** What they wrote, in short. */
  readonly says: string;
  readonly verdict: 'right' | 'half right' | 'wrong';
}

/**
 * How well something is known that nobody here can observe: its vendor's documents say so, clients
 * send or need it, it was concluded from what is known, or it is a guess.
 */
export const CONFIDENCES = ['documented', 'client', 'inferred', 'unknown'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** A header as it stood on the wire, in its own case. */
export type Header = readonly [name: string, value: string];

/** One request and its answer, with secrets already redacted; times are milliseconds since the requirement began. */
export interface Exchange {
  readonly at: number;
  readonly duration: number;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: readonly Header[];
    readonly body: string;
  };
  readonly response?: {
    readonly status: number;
    readonly reason: string;
    readonly headers: readonly Header[];
    readonly body: string;
  };
  /** Why there is no response. */
  readonly error?: string;
}

/** Why a requirement failed, in short and with the place of the assertion. */
export interface Failure {
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  /** `specs/cherrypy/login.spec.ts:17` */
  readonly location?: string;
}

/** A requirement, what came of it, and the exchanges that show it. */
export interface RequirementResult {
  readonly id: string;
  readonly api: Api;
  readonly level: Level;
  readonly text: string;
  readonly source: Source;
  /** How well it is known; absent where real Salt could be asked. */
  readonly confidence?: Confidence;
  /** The id of a requirement of today's Salt that says otherwise; of what only a document says. */
  readonly today?: string;
  /** What it holds against the truth. */
  readonly claim?: Claim;
  /** First and last Salt line the requirement holds for; absent where there is no bound. */
  readonly since?: string;
  readonly until?: string;
  readonly needs: readonly string[];
  readonly outcome: Outcome;
  /** Why it is not applicable, not verified or a harness error. */
  readonly cause?: string;
  readonly failure?: Failure;
  /** What it could not take away again from the target, a line each. */
  readonly leftBehind?: readonly string[];
  readonly duration: number;
  readonly exchanges: readonly Exchange[];
}

/** An API that was judged. */
export interface JudgedApi {
  readonly url: string;
  readonly api: Api;
  /** The Salt line the requirements were chosen for: `3008`; absent where they know no lines. */
  readonly salt?: string;
  /** The Server header of its first answer. */
  readonly server?: string;
}

/** What a run says of its target; `incomplete` is neither: something that decides could not be tried. */
export type Verdict = 'conformant' | 'not conformant' | 'incomplete';

/** One run of the suite: the only thing that renderers read. Published as schemas/results.schema.json. */
export interface RunResult {
  readonly format: 'saltproof-results/1';
  readonly suite: { readonly version: string; readonly requirements: number };
  readonly target: JudgedApi & { readonly kind: 'embedded simulator' | 'server' };
  /** The other APIs that were judged with it; absent where there was but one. */
  readonly beside?: readonly JudgedApi[];
  readonly run: {
    /** ISO 8601, UTC. */
    readonly startedAt: string;
    /** Milliseconds. */
    readonly duration: number;
    readonly node: string;
    readonly seed: number;
    readonly workers: number;
    readonly shard?: string;
    /** The options that shaped the run, secrets left out. */
    readonly options: Readonly<Record<string, string>>;
  };
  readonly failOn: 'must' | 'should';
  readonly verdict: Verdict;
  /** Every known requirement of the APIs that were judged, sorted by id. */
  readonly requirements: readonly RequirementResult[];
}

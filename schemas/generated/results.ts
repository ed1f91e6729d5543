// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

export type Api = 'cherrypy' | 'tornado' | 'wsgi' | 'raas';
/**
 * The Salt line the requirements were chosen for; absent where they know no lines.
 */
export type Salt = string;
export type Milliseconds = number;
/**
 * Name and value, in the order and case of the wire.
 */
export type Headers = [string, string][];

/**
 * One run of the suite: results.json, and all that reports are made of.
 */
export interface Results {
  format: 'saltproof-results/1';
  suite: {
    version: string;
    /**
     * How many there are.
     */
    requirements: number;
  };
  target: {
    url: string;
    api: Api;
    salt?: Salt;
    kind: 'embedded simulator' | 'server';
    /**
     * The Server header of its first answer.
     */
    server?: string;
  };
  /**
   * The other APIs that were judged with it.
   */
  beside?: {
    url: string;
    api: Api;
    salt?: Salt;
    /**
     * The Server header of its first answer.
     */
    server?: string;
  }[];
  run: {
    /**
     * ISO 8601, UTC.
     */
    startedAt: string;
    duration: Milliseconds;
    node: string;
    seed: number;
    workers: number;
    shard?: string;
    /**
     * The options that shaped the run, secrets left out.
     */
    options: {
      [k: string]: string;
    };
  };
  /**
   * The lowest level whose failures count.
   */
  failOn: 'must' | 'should';
  verdict: 'conformant' | 'not conformant' | 'incomplete';
  /**
   * Every known requirement of the APIs that were judged, sorted by id.
   */
  requirements: Requirement[];
}
export interface Requirement {
  id: string;
  api: Api;
  level: 'must' | 'should' | 'may';
  text: string;
  source: Source;
  /**
   * How well it is known; absent where real Salt could be asked.
   */
  confidence?: 'documented' | 'client' | 'inferred' | 'unknown';
  /**
   * The id of a requirement of today's Salt that says otherwise; of what only a document says.
   */
  today?: string;
  /**
   * What somebody has written of salt-api, and how far it is right.
   */
  claim?: {
    says: string;
    verdict: 'right' | 'half right' | 'wrong';
  };
  /**
   * First Salt line it holds for.
   */
  since?: string;
  /**
   * Last Salt line it holds for.
   */
  until?: string;
  needs: string[];
  outcome: 'pass' | 'fail' | 'known' | 'not applicable' | 'not verified' | 'harness error';
  /**
   * Why it was not tried, or what broke in the suite.
   */
  cause?: string;
  failure?: Failure;
  /**
   * What it could not take away again from the target.
   */
  leftBehind?: string[];
  duration: Milliseconds;
  exchanges: Exchange[];
}
export interface Source {
  /**
   * Which document.
   */
  documented?: string;
  /**
   * On which Salt versions.
   */
  observed?: string[];
  /**
   * Which clients break without it.
   */
  client?: string[];
  /**
   * What it was concluded from.
   */
  inferred?: string;
}
export interface Failure {
  message: string;
  expected?: string;
  actual?: string;
  /**
   * specs/cherrypy/login.spec.ts:17
   */
  location?: string;
}
/**
 * One request and its answer, secrets taken out; `at` counts from the begin of the requirement.
 */
export interface Exchange {
  at: Milliseconds;
  duration: Milliseconds;
  request: {
    method: string;
    path: string;
    headers: Headers;
    body: string;
  };
  response?: {
    status: number;
    reason: string;
    headers: Headers;
    body: string;
  };
  /**
   * Why there is no response.
   */
  error?: string;
}

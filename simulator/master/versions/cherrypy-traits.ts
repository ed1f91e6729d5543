/**
 * What rest_cherrypy answers, where the manual of salt-api 0.8.4 tells of something else than Salt
 * does today (rest-cherrypy §21; decisions/documented-world.md).
 */
export interface CherryPyTraits {
  /** What stands in the `return` of a log-in. */
  readonly loginReturn: 'a list of one' | 'a dict';
  /** Bytes of the id of a session, which is written as hex digits. */
  readonly sessionIdBytes: 4 | 20;
  /** Whether the cookie of a session says for how many seconds it holds, beside the date. */
  readonly cookieHasMaxAge: boolean;
  /** How long a session lives that nobody uses. */
  readonly sessionLife: 'ten hours' | 'as long as its Salt token';
  /** Whether GET /login has a page for who takes HTML. */
  readonly hasLoginPage: boolean;
  /** What becomes of a body that is one dict, unless it is a form. */
  readonly loneDict: 'wrapped' | 'refused';
  /** The bytes that a body may have; undefined where that is left to cheroot. */
  readonly bodyLimit: number | undefined;
  /** Where POST /minions has the links to the jobs that it started. */
  readonly jobLinks: 'beside the jobs' | 'in each job';
  /** Where GET /minions has the grains of a minion. */
  readonly grainsUnder: 'the minion' | 'grains.items';
  /** What /jobs calls the time at which a job started. */
  readonly startTimeName: 'StartTime' | 'Start Time';
  /** Whether /events takes a session from its path or query, too. */
  readonly eventsTokenInUrl: boolean;
  /** Whether the event of a hook holds the body as it was sent. */
  readonly hookTellsBody: boolean;
  /** URLs that are not there, by the first segment of their path. */
  readonly lacksUrls: readonly string[];
}

/** What Salt does today (seen on 3006.28, 3007.15 and 3008.3). */
export const CHERRYPY_TODAY: CherryPyTraits = {
  loginReturn: 'a list of one',
  sessionIdBytes: 20,
  cookieHasMaxAge: true,
  sessionLife: 'ten hours',
  hasLoginPage: false,
  loneDict: 'wrapped',
  bodyLimit: undefined,
  jobLinks: 'beside the jobs',
  grainsUnder: 'the minion',
  startTimeName: 'StartTime',
  eventsTokenInUrl: false,
  hookTellsBody: true,
  lacksUrls: [],
};

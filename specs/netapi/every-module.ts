import { declare, type RequirementFacts } from '../declaration.ts';
import type { RequirementBody } from '../declared-requirement.ts';
import { take } from '../requirement.ts';
import type { SaltApi } from '../run-options.ts';
import { DOCUMENTED_LINE, isBefore } from '../salt-lines.ts';

/** The modules of salt-api of which what is common is required. */
export const MODULES = ['cherrypy', 'tornado', 'wsgi'] as const satisfies readonly SaltApi[];

/** The modules that a requirement is not made of, each with the reason as a sentence. */
export type Exceptions = Readonly<Partial<Record<SaltApi, string>>>;

/** What a requirement says that is made of every module, and of which it is not made. */
export interface SharedFacts extends RequirementFacts {
  readonly except?: Exceptions;
}

/**
 * Declares what holds whatever module of salt-api stands in front of the master, once for each:
 * `targeting-glob.star` is `cherrypy.targeting-glob.star`, `tornado.targeting-glob.star` and
 * `wsgi.targeting-glob.star`.
 *
 * What modules say in words of their own, a body takes from `answersOf(target)`.
 *
 * @param what `<topic>.<what>`, the id without its API
 */
export function everyModule(
  what: string,
  { except = {}, ...facts }: SharedFacts,
  body: RequirementBody<SaltApi>,
): void {
  for (const module of MODULES) {
    if (except[module] !== undefined) continue;
    const own = module === 'wsgi' ? documented(facts) : facts;
    if (own !== undefined) take({ declaration: declare(`${module}.${what}`, own), body, except });
  }
}

/**
 * What is required of rest_wsgi: no reply of it comes through on a Salt that runs, so that much of
 * it is said of the world of the manual alone, where nobody can ask (rest-tornado-wsgi §7.6).
 * Undefined of what only later lines do.
 */
function documented({ level, since, ...facts }: RequirementFacts): RequirementFacts | undefined {
  if (since !== undefined && !isBefore(since, FIRST_LATER_LINE)) return undefined;
  return {
    ...facts,
    level: level === 'must' ? 'should' : level,
    source: { inferred: 'salt-api 0.8.4, rest_wsgi: low data is what NetapiClient makes of it' },
    since: DOCUMENTED_LINE,
    until: DOCUMENTED_LINE,
    today: TODAY,
  };
}

/** What every reply of rest_wsgi is today. */
const TODAY = 'wsgi.breakdown.ping';

/** The first line that Salt has changed something in that requirements tell of. */
const FIRST_LATER_LINE = '3007';

import { declare, type RequirementFacts } from '../declaration.ts';
import type { RequirementBody } from '../declared-requirement.ts';
import { take } from '../requirement.ts';
import type { SaltApi } from '../run-options.ts';

/** The modules of salt-api of which what is common is required. */
export const MODULES = ['cherrypy', 'tornado'] as const satisfies readonly SaltApi[];

/** The modules that a requirement is not made of, each with the reason as a sentence. */
export type Exceptions = Readonly<Partial<Record<(typeof MODULES)[number], string>>>;

/** What a requirement says that is made of every module, and of which it is not made. */
export interface SharedFacts extends RequirementFacts {
  readonly except?: Exceptions;
}

/**
 * Declares what holds whatever module of salt-api stands in front of the master, once for each:
 * `targeting-glob.star` is `cherrypy.targeting-glob.star` and `tornado.targeting-glob.star`.
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
  for (const module of MODULES)
    if (except[module] === undefined)
      take({ declaration: declare(`${module}.${what}`, facts), body, except });
}

import type { Source } from '../report/result.ts';
import { EVERY_LINE } from './requirement.ts';
import { DOCUMENTED_LINE } from './salt-lines.ts';

/** The modules that have a chapter in the manual. */
type Module = 'rest_cherrypy' | 'rest_tornado';

/** A place in the manual of salt-api 0.8.4. */
function inManual(module: Module, place: string): string {
  return `salt-api ${DOCUMENTED_LINE}, ${module}, ${place}`;
}

/** Facts of what the manual says and every line of Salt still does. */
export function agreed(
  module: Module,
  place: string,
): { readonly since: string; readonly source: Source } {
  return {
    since: DOCUMENTED_LINE,
    source: { documented: inManual(module, place), observed: EVERY_LINE },
  };
}

/**
 * Facts of what the manual alone says: nobody can ask the Salt of its time.
 *
 * @param today the id of the requirement that says what Salt does instead
 */
export function parted(
  module: Module,
  place: string,
  today: string,
): {
  readonly since: string;
  readonly until: string;
  readonly today: string;
  readonly source: Source;
} {
  return {
    since: DOCUMENTED_LINE,
    until: DOCUMENTED_LINE,
    today,
    source: { documented: inManual(module, place) },
  };
}

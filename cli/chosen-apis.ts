import { APIS, apiOf, type Api } from '../report/result.ts';
import { NETAPIS, type Netapi } from '../simulator/netapis.ts';
import { DOCUMENTED_LINE } from '../specs/salt-lines.ts';
import { oneOf } from './one-of.ts';
import { UsageError } from './usage-error.ts';

/** The API of a server where nobody names it. */
const OF_SERVER: Api = 'cherrypy';

/**
 * The APIs that a run judges on the embedded simulator: those named, else those of `--only`, else
 * all that there are.
 *
 * @param api as `--api` was typed: one, or several separated by commas
 * @param only what `--only` names
 * @param salt the Salt line
 * @throws UsageError for one that there is not, on that line or at all
 */
export function embeddedApis(
  api: string | undefined,
  only: readonly string[] = [],
  salt?: string,
): Netapi[] {
  const named = api === undefined ? apisOf(only) : typedApis(api);
  const there = NETAPIS.filter((one) => salt !== DOCUMENTED_LINE || one !== 'raas');
  const chosen = named.length > 0 ? named : there;
  const missing = chosen.find((one) => !there.some((known) => known === one));
  if (missing !== undefined)
    throw new UsageError(
      `--api ${missing}: the manual of salt-api ${salt} knows nothing of it; name another line by --salt.`,
    );
  expectOnlyOf(chosen, only);
  return NETAPIS.filter((one) => chosen.includes(one));
}

/**
 * The API that a run judges on a server: the one named, else that of `--only`, else cherrypy.
 *
 * @param api as `--api` was typed
 * @param only what `--only` names
 * @throws UsageError for several: they answer at URLs of their own
 */
export function serverApi(api: string | undefined, only: readonly string[] = []): Api {
  const named = api === undefined ? apisOf(only) : typedApis(api);
  const [first = OF_SERVER, ...others] = named;
  if (others.length > 0)
    throw new UsageError(
      `A server is judged by one API at a time, not by ${named.join(' and ')}; \`saltproof report\` merges the results.`,
    );
  expectOnlyOf([first], only);
  return first;
}

/**
 * APIs as `--api` was typed.
 *
 * @throws UsageError for one that there is not
 */
export function typedApis(text: string): Api[] {
  return [...new Set(text.split(',').map((word) => oneOf(word.trim(), APIS, '--api')))];
}

/** The APIs that ids and topics belong to; an API may stand for itself. */
function apisOf(prefixes: readonly string[]): Api[] {
  const apis = prefixes.map((prefix) => apiOf(`${prefix}.`));
  return [...new Set(apis.filter((api) => api !== undefined))];
}

function expectOnlyOf(apis: readonly Api[], only: readonly string[]): void {
  const stray = only.find((prefix) => !apisOf([prefix]).some((api) => apis.includes(api)));
  if (stray !== undefined)
    throw new UsageError(`--only names "${stray}", and --api is ${apis.join(',')}.`);
}

import type { RestCherryPyConfig } from '../../../master/config.ts';
import type { CherryPyTraits } from '../../../master/versions/cherrypy-traits.ts';
import type { UrlMap } from '../dispatch/dispatch.ts';
import { mediaPaths } from '../static/media-paths.ts';
import type { Resource } from '../dispatch/resource.ts';
import { app } from './app.ts';
import { events } from './events.ts';
import { favicon } from './favicon.ts';
import { hook } from './hook.ts';
import { jobs } from './jobs.ts';
import { keys } from './keys.ts';
import { login } from './login.ts';
import { logout } from './logout.ts';
import { minions } from './minions.ts';
import { root } from './root.ts';
import { run } from './run.ts';
import { stats } from './stats.ts';
import { token } from './token.ts';
import { ws } from './ws.ts';

/** What `enable_sessions: false` takes away. */
const NEEDS_SESSIONS = ['login', 'logout', 'minions', 'jobs'];

/** What there is of URLs, apart from the configuration. */
interface Offer {
  /** Whether ws4py is installed, without which there is no `/ws`. */
  readonly hasWs4py: boolean;
  /** What the Salt line does. */
  readonly traits: CherryPyTraits;
}

/** The resources of rest_cherrypy by the first segment of their path. */
export function urlMap(config: RestCherryPyConfig, { hasWs4py, traits }: Offer): UrlMap {
  const all: [string, Resource][] = [
    ['index', root],
    ['login', login],
    ['logout', logout],
    ['minions', minions],
    ['run', run],
    ['jobs', jobs],
    ['events', events(traits.eventsTokenInUrl)],
    ['token', token],
    ['keys', keys],
    [
      (config.webhook_url ?? 'hook').replace(/^\/+/, ''),
      hook(config.webhook_disable_auth ?? false),
    ],
    [mediaPaths(config).appPath.replace(/^\/+/, ''), app],
    ['favicon_ico', favicon],
    ['stats', stats(config.stats_disable_auth ?? false)],
    ...(hasWs4py ? [['ws', ws] satisfies [string, Resource]] : []),
  ];
  const without = [
    ...traits.lacksUrls,
    ...((config.enable_sessions ?? true) ? [] : NEEDS_SESSIONS),
  ];
  return new Map(all.filter(([name]) => !without.includes(name)));
}

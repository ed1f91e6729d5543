import type { RestCherryPyConfig } from '../../../master/config.ts';
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

/**
 * The resources of rest_cherrypy by the first segment of their path.
 *
 * @param hasWs4py whether ws4py is installed, without which there is no `/ws`
 */
export function urlMap(config: RestCherryPyConfig, hasWs4py: boolean): UrlMap {
  const all: [string, Resource][] = [
    ['index', root],
    ['login', login],
    ['logout', logout],
    ['minions', minions],
    ['run', run],
    ['jobs', jobs],
    ['events', events],
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
  const withSessions = config.enable_sessions ?? true;
  return new Map(all.filter(([name]) => withSessions || !NEEDS_SESSIONS.includes(name)));
}

import type { Master } from '../../../master/master.ts';
import { allEvents } from './all-events.ts';
import { events } from './events.ts';
import { formattedEvents } from './formatted-events.ts';
import type { Handler } from './handler.ts';
import { hook } from './hook.ts';
import { jobs } from './jobs.ts';
import { login } from './login.ts';
import { minions } from './minions.ts';
import { root, run } from './root.ts';

/** The paths that there are, the first that fits counts. */
export type Routes = readonly (readonly [path: RegExp, handler: Handler])[];

/** Those of HTTP; the part in brackets is handed to the methods, decoded (rest-tornado-wsgi §2.1). */
const ROUTES: Routes = [
  [/^\/$/, root],
  [/^\/login$/, login],
  [/^\/minions\/(.*)$/, minions],
  [/^\/minions$/, minions],
  [/^\/jobs\/(.*)$/, jobs],
  [/^\/jobs$/, jobs],
  [/^\/run$/, run],
  [/^\/events$/, events],
  [/^\/hook(\/.*)?$/, hook],
];

/** What answers a path, and the part of it that is handed on. */
export interface Route {
  readonly handler: Handler;
  readonly path: string | undefined;
}

/** The paths that a master has: those of websockets, too, where they are switched on or always there. */
export function routesOf({ config, profile, tokens }: Master): Routes {
  const { websockets = false } = config.rest_tornado;
  if (!websockets && !profile.tornado.alwaysHasWebsockets) return ROUTES;
  const token = `([0-9A-Fa-f]{${tokens.digits}})`;
  return [
    ...ROUTES,
    [new RegExp(`^/all_events/${token}$`), allEvents],
    [new RegExp(`^/formatted_events/${token}$`), formattedEvents],
  ];
}

/** Finds what answers a path; undefined where nothing does. */
export function routeOf(routes: Routes, pathname: string): Route | undefined {
  for (const [pattern, handler] of routes) {
    const found = pattern.exec(pathname);
    if (found !== null) return { handler, path: found[1] };
  }
  return undefined;
}

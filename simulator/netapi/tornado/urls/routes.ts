import { events } from './events.ts';
import type { Handler } from './handler.ts';
import { hook } from './hook.ts';
import { jobs } from './jobs.ts';
import { login } from './login.ts';
import { minions } from './minions.ts';
import { root, run } from './root.ts';

/** The paths that there are; the part in brackets is handed to the methods, decoded (rest-tornado-wsgi §2.1). */
const ROUTES: readonly (readonly [path: RegExp, handler: Handler])[] = [
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

/** Finds what answers a path; undefined where nothing does. */
export function routeOf(pathname: string): Route | undefined {
  for (const [pattern, handler] of ROUTES) {
    const found = pattern.exec(pathname);
    if (found !== null) return { handler, path: found[1] };
  }
  return undefined;
}

import type { PyValue } from '../../../python/value.ts';

/** The origin that may read replies, by `cors_origin`: every one, this one, or those of a list (rest-tornado-wsgi §2.7). */
export function allowedOrigin(
  corsOrigin: PyValue | undefined,
  origin: string | undefined,
): string | undefined {
  if (corsOrigin === '*') return '*';
  if (origin === undefined) return undefined;
  if (Array.isArray(corsOrigin)) return corsOrigin.includes(origin) ? origin : undefined;
  return corsOrigin === origin ? origin : undefined;
}

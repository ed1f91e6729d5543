/**
 * The errors of RPC calls by name, with their numbers.
 *
 * Only 5000 is known of real RaaS, and of the names only FailedResourceDependency (raas §4.4); the
 * others are ours. `api.discover` tells them all.
 */
export const ERROR_CODES = {
  InvalidRequest: 4000,
  PermissionDenied: 4003,
  NotFound: 4004,
  UnknownMethod: 4005,
  AlreadyExists: 4009,
  FailedResourceDependency: 4024,
  InternalError: 5000,
  NotSimulated: 5010,
} as const;

/** The name of an error. */
export type ErrorName = keyof typeof ERROR_CODES;

import type { RpcCall } from './rpc-call.ts';

/** What methods that change nothing are called. */
const READING =
  /^(?:get(?:_\w+)?|list_\w+|discover|file_exists|futures|search_history|check_usage)$/;

/** Methods and resources that change nothing, whatever they are called; `saltproof` begins what there is not. */
const HARMLESS = /^(?:test\.|saltproof|api\.|stats\.|vman\.ping$)/;

/**
 * Whether a call may change something on the target, so that a run must be allowed to make it.
 * A command may, unless it runs a function of `test`. What is unknown may as well.
 */
export function mayChange({ resource, method, given = {} }: RpcCall): boolean {
  if (resource === 'cmd' && method === 'route_cmd') return !runsTest(given);
  return !READING.test(method) && !HARMLESS.test(`${resource}.${method}`);
}

function runsTest(given: RpcCall['given']): boolean {
  const { fun } = given as Readonly<Record<string, unknown>>;
  return typeof fun === 'string' && fun.startsWith('test.');
}

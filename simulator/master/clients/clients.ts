import type { PyDict, PyValue } from '../../python/value.ts';
import type { Master } from '../master.ts';
import { local } from './local.ts';
import { localAsync } from './local-async.ts';
import { localBatch } from './batch/local-batch.ts';
import { localSubset } from './local-subset.ts';
import { runner, runnerAsync } from './runner.ts';
import { wheel, wheelAsync } from './wheel.ts';

/** A client: what runs a chunk that names it, and gives what it answers, mostly one value. */
type Client = (master: Master, chunk: PyDict) => Promise<readonly PyValue[]>;

/** A client that answers one value. */
function one(run: (master: Master, chunk: PyDict) => PyValue | Promise<PyValue>): Client {
  return async (master, chunk) => [await run(master, chunk)];
}

/** The clients by the name that a chunk gives (salt-core §3.1). */
export const CLIENTS = {
  local: one(local),
  local_async: one(localAsync),
  local_batch: localBatch,
  local_subset: one(localSubset),
  runner: one(runner),
  runner_async: one(runnerAsync),
  wheel: one(wheel),
  wheel_async: one(wheelAsync),
} as const satisfies Readonly<Record<string, Client>>;

export type ClientName = keyof typeof CLIENTS;

/**
 * Methods of Salt's NetapiClient that pass for the names of clients and are none here: `destroy`
 * never is (real-salt §4), `ssh` is not simulated.
 */
const OTHER_NAMES: readonly PyValue[] = ['destroy', 'ssh'];

/** Whether the value is a name that Salt takes for that of a client, be it enabled or not. */
export function isClientName(value: PyValue): value is string {
  return isClient(value) || OTHER_NAMES.includes(value);
}

/** Whether the value names a client. */
export function isClient(value: PyValue): value is ClientName {
  return typeof value === 'string' && Object.hasOwn(CLIENTS, value);
}

import type { PyDict, PyValue } from '../../python/value.ts';
import type { Master } from '../master.ts';
import { localBatch } from './batch/local-batch.ts';
import { localAsync } from './local-async.ts';
import { localSubset } from './local-subset.ts';
import { local } from './local.ts';
import { runner, runnerAsync } from './runner.ts';
import { ssh } from './ssh.ts';
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
  ssh: one(ssh),
} as const satisfies Readonly<Record<string, Client>>;

/** The name of a client. */
export type ClientName = keyof typeof CLIENTS;

/** Whether the value is a name that Salt takes for that of a client: `destroy` is none, and passes for one (real-salt §4). */
export function isClientName(value: PyValue): value is string {
  return isClient(value) || value === 'destroy';
}

/** Whether the value names a client. */
export function isClient(value: PyValue): value is ClientName {
  return typeof value === 'string' && Object.hasOwn(CLIENTS, value);
}

import type { JsonObject } from '../fixture.ts';
import { probe, run, type Probe } from './probe.ts';

/** Chunks that `limited` and `runneronly` may or may not run. */
const RIGHTS: Readonly<Record<string, JsonObject>> = {
  allowed: { client: 'local', tgt: 'web1', fun: 'test.ping' },
  'other-minion': { client: 'local', tgt: 'db1', fun: 'test.ping' },
  'other-function': { client: 'local', tgt: 'web1', fun: 'grains.item', arg: ['os'] },
  'all-minions': { client: 'local', tgt: '*', fun: 'test.version' },
  async: { client: 'local_async', tgt: 'db1', fun: 'test.ping' },
  batch: { client: 'local_batch', tgt: 'db1', fun: 'test.ping', batch: '1' },
  subset: { client: 'local_subset', tgt: 'db1', fun: 'test.ping', subset: 1 },
  runner: { client: 'runner', fun: 'test.arg' },
  'jobs-runner': { client: 'runner', fun: 'jobs.lookup_jid', jid: '20240102030405678901' },
  wheel: { client: 'wheel', fun: 'key.list_all' },
  'wheel-async': { client: 'wheel_async', fun: 'key.list_all' },
};

function rightsOf(user: 'limited' | 'runneronly'): Probe[] {
  return Object.entries(RIGHTS).map(([what, chunk]) =>
    probe(`rights.${user}-${what}`, user, run(chunk)),
  );
}

/** Who may do what. */
export const RIGHTS_OF_USERS: readonly Probe[] = [
  ...rightsOf('limited'),
  ...rightsOf('runneronly'),
];

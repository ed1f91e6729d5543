import type { JsonObject } from '../fixture.ts';
import { chunkProbes, type Probe } from './probe.ts';

/** What saltdev has the master do, a request each: the id's end, and the chunk. */
const CHUNKS: Readonly<Record<string, JsonObject>> = {
  'runner.arg': { client: 'runner', fun: 'test.arg', arg: [1, 'two', 'a=b'], kwarg: { k: true } },
  'runner.unknown': { client: 'runner', fun: 'nonesuch.fun' },
  'runner.no-dot': { client: 'runner', fun: 'nonesuch' },
  'runner.no-fun': { client: 'runner' },
  'runner.full-return': { client: 'runner', fun: 'test.arg', full_return: true },
  'runner.exception': { client: 'runner', fun: 'test.raise_exception' },
  'runner.missing-argument': { client: 'runner', fun: 'jobs.lookup_jid' },
  'runner.unknown-keyword': { client: 'runner', fun: 'test.arg', nonesuch: 1 },
  'runner.up': { client: 'runner', fun: 'manage.up', timeout: 2, gather_job_timeout: 1 },
  'runner.down': { client: 'runner', fun: 'manage.down', timeout: 2, gather_job_timeout: 1 },
  'runner.status': { client: 'runner', fun: 'manage.status', timeout: 2, gather_job_timeout: 1 },
  'runner.present': { client: 'runner', fun: 'manage.present' },
  'runner.lookup-unknown': {
    client: 'runner',
    fun: 'jobs.lookup_jid',
    jid: '20240102030405678901',
  },
  'runner.list-unknown': { client: 'runner', fun: 'jobs.list_job', jid: '20240102030405678901' },
  'runner.active': { client: 'runner', fun: 'jobs.active' },
  'runner.cache-grains': { client: 'runner', fun: 'cache.grains', tgt: 'db1' },
  'runner.async': { client: 'runner_async', fun: 'test.arg', arg: [1] },
  'runner.async-unknown': { client: 'runner_async', fun: 'nonesuch.fun' },
  'wheel.list-all': { client: 'wheel', fun: 'key.list_all' },
  'wheel.list-accepted': { client: 'wheel', fun: 'key.list', match: 'acc' },
  'wheel.list-pending': { client: 'wheel', fun: 'key.list', match: 'pre' },
  'wheel.list-rejected': { client: 'wheel', fun: 'key.list', match: 'rej' },
  'wheel.list-denied': { client: 'wheel', fun: 'key.list', match: 'den' },
  'wheel.list-odd': { client: 'wheel', fun: 'key.list', match: 'nonesuch' },
  'wheel.name-match': { client: 'wheel', fun: 'key.name_match', match: 'web*' },
  'wheel.glob-match': { client: 'wheel', fun: 'key.glob_match', match: 'web*' },
  'wheel.finger': { client: 'wheel', fun: 'key.finger', match: '*' },
  'wheel.finger-master': { client: 'wheel', fun: 'key.finger_master' },
  'wheel.key-str': { client: 'wheel', fun: 'key.key_str', match: 'web1' },
  'wheel.unknown': { client: 'wheel', fun: 'nonesuch.fun' },
  'wheel.unknown-function': { client: 'wheel', fun: 'key.nonesuch' },
  'wheel.no-dot': { client: 'wheel', fun: 'nonesuch' },
  'wheel.no-fun': { client: 'wheel' },
  'wheel.missing-argument': { client: 'wheel', fun: 'key.finger' },
  'wheel.arg-alone': { client: 'wheel', fun: 'key.finger', arg: ['web1'] },
  'wheel.arg-and-kwarg': { client: 'wheel', fun: 'key.finger', arg: ['web1'], kwarg: {} },
  'wheel.unknown-keyword': { client: 'wheel', fun: 'key.list_all', nonesuch: 1 },
  'wheel.full-return': { client: 'wheel', fun: 'key.list_all', full_return: true },
  'wheel.fun-list': { client: 'wheel', fun: ['key.list_all'] },
  'wheel.connected': { client: 'wheel', fun: 'minions.connected' },
  'wheel.async': { client: 'wheel_async', fun: 'key.list_all' },
};

/** Runners and wheels, called rightly and wrongly. */
export const MASTER_CHUNKS: readonly Probe[] = chunkProbes('saltdev', CHUNKS);

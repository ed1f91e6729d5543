import type { JsonObject } from '../fixture.ts';
import { chunkProbes, type Probe } from './probe.ts';

/** A function that web1 runs. */
function onWeb1(
  fun: string,
  ...arg: readonly (string | number | JsonObject | string[])[]
): JsonObject {
  return { client: 'local', tgt: 'web1', fun, arg: [...arg] };
}

/** A keyword argument, or several. */
function named(keywords: JsonObject): JsonObject {
  return { __kwarg__: true, ...keywords };
}

/** A runner with these positional arguments. */
function runner(fun: string, ...arg: readonly (string | JsonObject)[]): JsonObject {
  return { client: 'runner', fun, arg: [...arg] };
}

const TEST = named({ test: true });
const PLAIN = named({ return_yaml: false });

/**
 * Functions of execution modules and runners whose answers are the same on every machine, asked so
 * that nothing is changed.
 */
const CHUNKS: Readonly<Record<string, JsonObject>> = {
  'pillar.keys': onWeb1('pillar.keys', 'owner'),
  'pillar.keys-of-scalar': onWeb1('pillar.keys', 'port'),
  'pillar.keys-missing': onWeb1('pillar.keys', 'nonesuch'),
  'pillar.ls': onWeb1('pillar.ls'),
  'pillar.data': onWeb1('pillar.data'),
  'pillar.raw': onWeb1('pillar.raw'),
  'pillar.obfuscate': onWeb1('pillar.obfuscate'),
  'pillar.unmask': onWeb1('pillar.get', 'port', named({ unmask: true })),
  'pillar.given': onWeb1('pillar.items', named({ pillar: { x: 1 } })),
  'pillar.elsewhere': onWeb1('pillar.items', named({ pillarenv: 'dev' })),
  'config.get': onWeb1('config.get', 'site:dc'),
  'config.get-missing': onWeb1('config.get', 'nonesuch', 'x'),
  'config.option': onWeb1('config.option', 'test.foo', named({ omit_all: true })),
  'config.omitted': onWeb1('config.get', 'x', named({ omit_all: true })),
  'config.manage-mode': onWeb1('config.manage_mode', '644'),
  'grains.filter-by': onWeb1('grains.filter_by', { Debian: { a: 1 }, default: 2 }),
  'grains.sanitized': onWeb1('grains.item', 'role'),
  'mine.nothing': onWeb1('mine.get', '*', 'nonesuch'),
  'mine.valid': onWeb1('mine.valid'),
  'mine.update': onWeb1('mine.update'),
  'saltutil.find-job': onWeb1('saltutil.find_job', 'x'),
  'saltutil.term-job': onWeb1('saltutil.term_job', 'x'),
  'saltutil.find-cached-job': onWeb1('saltutil.find_cached_job', 'x'),
  'saltutil.unknown-keyword': onWeb1('saltutil.refresh_grains', named({ x: 1 })),
  'saltutil.sync-pillar': onWeb1('saltutil.sync_pillar'),
  'saltutil.sync-tops': onWeb1('saltutil.sync_tops'),
  'saltutil.sync-resources': onWeb1('saltutil.sync_resources'),
  'schedule.list': onWeb1('schedule.list'),
  'schedule.list-plain': onWeb1('schedule.list', PLAIN),
  'schedule.item': onWeb1(
    'schedule.build_schedule_item',
    'x',
    named({ function: 'test.ping', seconds: 5 }),
  ),
  'schedule.add-test': onWeb1(
    'schedule.add',
    'x',
    named({ function: 'test.ping', hours: 1 }),
    TEST,
  ),
  'schedule.conflict': onWeb1(
    'schedule.add',
    'x',
    named({ function: 'test.ping', hours: 1, cron: '* * * * *' }),
  ),
  'schedule.without-function': onWeb1('schedule.add', 'x'),
  'schedule.modify-unknown': onWeb1('schedule.modify', 'x', named({ hours: 1 })),
  'schedule.delete-unknown': onWeb1('schedule.delete', 'x'),
  'schedule.run-unknown': onWeb1('schedule.run_job', 'x'),
  'schedule.status-unknown': onWeb1('schedule.job_status', 'x'),
  'schedule.next-unknown': onWeb1('schedule.show_next_fire_time', 'x'),
  'schedule.skip-unknown': onWeb1('schedule.skip_job', 'x', '2090-01-01T00:00:00'),
  'schedule.skip-no-time': onWeb1('schedule.skip_job', 'x', 'y'),
  'schedule.postpone-without': onWeb1('schedule.postpone_job', 'x', '', ''),
  'schedule.when-invalid': onWeb1(
    'schedule.build_schedule_item',
    'x',
    named({ function: 'test.ping', when: 'y' }),
  ),
  'cp.list-master': onWeb1('cp.list_master'),
  'cp.list-dirs': onWeb1('cp.list_master_dirs'),
  'cp.list-prefix': onWeb1('cp.list_master', 'base', 'web'),
  'cp.list-states': onWeb1('cp.list_states'),
  'cp.file': onWeb1('cp.get_file_str', 'salt://web/proxy.sls'),
  'cp.file-of-environment': onWeb1('cp.get_file_str', 'salt://web.sls?saltenv=base'),
  'cp.hash': onWeb1('cp.hash_file', 'salt://web.sls'),
  'cp.hash-local': onWeb1('cp.hash_file', '/nonesuch'),
  'fileserver.files': runner('fileserver.file_list'),
  'fileserver.dirs': runner('fileserver.dir_list'),
  'fileserver.no-backend': runner('fileserver.envs', 'nonesuch'),
  'state.show': runner('state.orchestrate_show_sls', 'web'),
  'state.orchestrate-unknown': runner('state.orchestrate', 'nonesuch'),
  'state.orchestrate-required': runner('state.orchestrate', 'broken.require'),
  'schedule.is-enabled': onWeb1('schedule.is_enabled'),
  'beacons.list': onWeb1('beacons.list'),
  'beacons.available': onWeb1('beacons.list_available'),
  'beacons.available-plain': onWeb1('beacons.list_available', PLAIN),
  'beacons.unknown': onWeb1('beacons.add', 'nonesuch', []),
  'beacons.modify-unknown': onWeb1('beacons.modify', 'nonesuch', []),
  'beacons.enable-unknown': onWeb1('beacons.enable_beacon', 'nonesuch'),
  'beacons.reset-test': onWeb1('beacons.reset', TEST),
  'sys.argspec': onWeb1('sys.argspec', 'test.echo'),
  'sys.argspec-schedule': onWeb1('sys.argspec', 'schedule.list'),
  'sys.nothing': onWeb1('sys.doc', 'nonesuch'),
  'test.cross-test': onWeb1('test.cross_test', 'test.ping'),
  'test.tty': onWeb1('test.tty', 'x', 'y'),
  'test.bad-hash': onWeb1('test.random_hash', 1, 'nonesuch'),
  'match.compound': onWeb1('match.compound', 'G@role:web and web1'),
  'network.is-private': onWeb1('network.is_private', '10.0.0.1'),
  'cmd.echo': onWeb1('cmd.run', 'echo a'),
  'user.nobody': onWeb1('user.info', 'nonesuch'),
  'runner.salt-cmd': runner('salt.cmd', 'test.arg', 'a', named({ b: 1 })),
  'runner.salt-cmd-exception': runner('salt.cmd', 'test.exception'),
  'runner.salt-cmd-unknown': runner('salt.cmd', 'nonesuch.fun'),
  'runner.salt-execute': runner('salt.execute', 'web1', 'test.ping'),
  'runner.survey': runner('survey.hash', 'web1', 'test.true'),
  'runner.survey-nothing': runner('survey.hash'),
  'runner.config-get': runner('config.get', 'rest_cherrypy:host'),
  'runner.error': runner('error.error', 'ValueError', 'boo'),
  'runner.error-unknown': runner('error.error', 'nonesuch', 'boo'),
  'runner.show-pillar': runner('pillar.show_pillar', 'web1'),
  'runner.sync-all': runner('saltutil.sync_all'),
  'runner.cache-nothing': runner('cache.fetch', 'nonesuch', 'x'),
  'runner.mine-nothing': runner('mine.get', '*', 'nonesuch'),
};

/** What modules and runners answer, byte for byte. */
export const MODULE_CHUNKS: readonly Probe[] = chunkProbes(
  'saltdev',
  Object.fromEntries(Object.entries(CHUNKS).map(([id, chunk]) => [`modules.${id}`, chunk])),
);

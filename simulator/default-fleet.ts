import { dict, float, type PyDict, type PyValue } from './python/value.ts';

/** Grains that the embedded minions share. */
const DEBIAN: PyDict = dict({
  kernel: 'Linux',
  os: 'Debian',
  os_family: 'Debian',
  osarch: 'amd64',
  osfinger: 'Debian-12',
  osmajorrelease: 12,
  osrelease: '12',
  cpuarch: 'x86_64',
  num_cpus: 2,
  mem_total: 2048,
  virtual: 'kvm',
});

function grains(id: string, address: string, own: PyDict): PyDict {
  return new Map<string, PyValue>([
    ['id', id],
    ['host', id],
    ['fqdn', `${id}.example.com`],
    ['ipv4', ['127.0.0.1', address]],
    ...(DEBIAN as Map<string, PyValue>),
    ...(own as Map<string, PyValue>),
  ]);
}

/** The fleet of a simulator that was given none: every state of a key, one minion that is down, and a highstate. */
export const DEFAULT_FLEET: PyDict = dict({
  minions: dict({
    db1: dict({
      grains: grains(
        'db1',
        '10.0.0.21',
        dict({ role: 'db', env: 'test', site: dict({ dc: 'fra', rack: 4 }), tags: ['sql'] }),
      ),
      pillar: dict({ port: 5432, weight: float(1), owner: dict({ name: 'ops' }) }),
    }),
    old1: dict({
      up: false,
      grains: grains('old1', '10.0.0.31', dict({ role: 'web', env: 'test' })),
    }),
    web1: dict({
      grains: grains(
        'web1',
        '10.0.0.11',
        dict({
          role: 'web',
          env: 'prod',
          site: dict({ dc: 'fra', rack: 3 }),
          tags: ['http', 'tls'],
        }),
      ),
      pillar: dict({ port: 8080 }),
    }),
    web2: dict({
      grains: grains(
        'web2',
        '10.0.0.12',
        dict({ role: 'web', env: 'test', site: dict({ dc: 'ams', rack: 3 }), tags: ['http'] }),
      ),
      pillar: dict({ port: 8081 }),
    }),
    new1: dict({ key: 'pending' }),
    bad1: dict({ key: 'rejected' }),
    odd1: dict({ key: 'denied' }),
  }),
  users: dict({
    saltdev: dict({ password: 'saltdev', groups: ['ops'] }),
    limited: dict({ password: 'limited' }),
  }),
  raas: dict({ users: dict({ limited: dict({ password: 'limited', roles: ['User'] }) }) }),
  states: dict({
    common: dict({ ready: dict({ 'test.nop': [dict({ name: 'the machine' })] }) }),
    web: dict({
      include: ['common'],
      site: dict({
        'test.succeed_with_changes': [
          dict({ name: '/srv/site' }),
          dict({ require: [dict({ test: 'ready' })] }),
        ],
      }),
      reload: dict({
        'test.succeed_without_changes': [dict({ onchanges: [dict({ test: 'site' })] })],
      }),
    }),
  }),
  top: dict({ '*': ['common'], 'web*': ['web'] }),
});

/** The configuration of a simulator that was given none: everything is enabled, and `saltdev` may do it all. */
export const DEFAULT_CONFIG: PyDict = dict({
  id: 'saltproof_master',
  external_auth: dict({
    pam: dict({
      saltdev: ['.*', '@runner', '@wheel', '@jobs', '@events'],
      limited: [dict({ 'web*': ['test.*'] }), '@jobs'],
    }),
    auto: dict({ '*': ['.*', '@runner', '@wheel', '@jobs', '@events'] }),
  }),
  token_expire_user_override: true,
  netapi_enable_clients: [
    'local',
    'local_async',
    'local_batch',
    'local_subset',
    'runner',
    'runner_async',
    'wheel',
    'wheel_async',
    'ssh',
  ],
  nodegroups: dict({ web: 'G@role:web', front: 'N@web and G@env:prod', pair: 'web1,web2' }),
  rest_tornado: dict({ disable_ssl: true, websockets: true }),
});

import { dict, type PyDict } from '../../python/value.ts';
import type { Minion } from '../fleet.ts';

/**
 * The options of a minion, as far as they say the same on any machine: Salt's defaults, and the
 * minion's own id (Salt, configuration of the minion; seen on 3006.28, 3007.15 and 3008.3).
 */
export function minionOptions({ id }: Minion): PyDict {
  return dict({
    interface: '0.0.0.0',
    master: '127.0.0.1',
    master_type: 'str',
    master_port: 4506,
    publish_port: 4505,
    user: 'root',
    root_dir: '/',
    pki_dir: '/etc/salt/pki/minion',
    id,
    cachedir: '/var/cache/salt/minion',
    conf_file: '/etc/salt/minion',
    extension_modules: '/var/cache/salt/minion/extmods',
    sock_dir: '/var/run/salt/minion',
    cache_jobs: false,
    environment: null,
    saltenv: null,
    pillarenv: null,
    startup_states: '',
    file_client: 'remote',
    file_roots: dict({ base: ['/srv/salt', '/srv/spm/salt'] }),
    pillar_roots: dict({ base: ['/srv/pillar', '/srv/spm/pillar'] }),
    hash_type: 'sha256',
    log_file: '/var/log/salt/minion',
    log_level: 'warning',
    mine_enabled: true,
    mine_interval: 60,
    test: false,
    tcp_keepalive: true,
    transport: 'zeromq',
  });
}

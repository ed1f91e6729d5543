import { str } from '../../../python/repr.ts';
import type { Minion } from '../../fleet.ts';
import { FileTree } from './file-tree.ts';

/** Directories that a fresh machine has, besides those of its files; each with its permissions. */
const DIRECTORIES = {
  '/bin': 0o755,
  '/boot': 0o755,
  '/etc': 0o755,
  '/etc/cron.d': 0o755,
  '/etc/salt': 0o755,
  '/etc/salt/minion.d': 0o755,
  '/etc/ssh': 0o755,
  '/home': 0o755,
  '/opt': 0o755,
  '/root': 0o700,
  '/run': 0o755,
  '/srv': 0o755,
  '/tmp': 0o1777,
  '/usr': 0o755,
  '/usr/bin': 0o755,
  '/usr/local': 0o755,
  '/usr/sbin': 0o755,
  '/var': 0o755,
  '/var/cache': 0o755,
  '/var/cache/salt': 0o755,
  '/var/lib': 0o755,
  '/var/log': 0o755,
  '/var/log/salt': 0o755,
  '/var/tmp': 0o1777,
};

const PASSWD = `root:x:0:0:root:/root:/bin/bash
daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
`;

const GROUP = `root:x:0:
daemon:x:1:
sudo:x:27:
users:x:100:
nogroup:x:65534:
`;

/** What is in a program, which nobody runs. */
const NO_PROGRAM = '#!\n';

/** The files of a machine that nobody has touched yet, few and small. */
export function standardTree({ id, grains }: Minion, now: () => number): FileTree {
  const files = new FileTree(now);
  for (const [path, mode] of Object.entries(DIRECTORIES)) {
    files.mkdir(path);
    files.chmod(path, mode);
  }
  const host = str(grains.get('host') ?? id);
  for (const [path, content] of Object.entries({
    '/etc/group': GROUP,
    '/etc/hostname': `${host}\n`,
    '/etc/hosts': `127.0.0.1\tlocalhost\n127.0.1.1\t${host}\n`,
    '/etc/passwd': PASSWD,
    '/etc/resolv.conf': 'nameserver 192.0.2.53\n',
    '/etc/salt/minion': `id: ${id}\n`,
    '/root/.bashrc': 'umask 022\n',
  }))
    files.write(path, Buffer.from(content));
  files.symlink('/run', '/var/run');
  files.write('/bin/bash', Buffer.from(NO_PROGRAM));
  files.chmod('/bin/bash', 0o755);
  files.symlink('bash', '/bin/sh');
  return files;
}

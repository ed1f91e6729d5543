import type { AffectedPackage, InstallBehavior, Severity } from './advisory.ts';

/** An advisory as it is written down. */
export interface WrittenAdvisory {
  readonly advisory_id: string;
  readonly cve_id: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  /** The base score of CVSS 3. */
  readonly score: number;
  readonly published_date: string;
  readonly install_behavior: InstallBehavior;
  readonly packages: Readonly<Record<string, readonly AffectedPackage[]>>;
}

function fix(name: string, vulnerable: string, fixed: string): AffectedPackage[] {
  return [{ name, vulnerable, fixed }];
}

/**
 * The advisories that are there from the beginning. They and their vulnerabilities are made up: no
 * real CVE is of that year.
 */
export const SHIPPED_ADVISORIES: readonly WrittenAdvisory[] = [
  {
    advisory_id: 'EXSA-2026-0001',
    cve_id: 'CVE-2099-10001',
    title: 'openssl: certificates are taken that are not valid',
    description: 'A crafted chain of certificates passes for a valid one.',
    severity: 'critical',
    score: 9.8,
    published_date: '2026-02-03T10:00:00',
    install_behavior: 'Can Require Reboot',
    packages: {
      Debian: fix('openssl', '3.0.90-1', '3.0.91-1'),
      RedHat: fix('openssl', '3.0.90-1.el9', '3.0.91-1.el9'),
      Suse: fix('openssl', '3.0.90-1', '3.0.91-1'),
    },
  },
  {
    advisory_id: 'EXSA-2026-0002',
    cve_id: 'CVE-2099-10002',
    title: 'kernel: local users become root',
    description: 'A race between two system calls gives local users the rights of root.',
    severity: 'high',
    score: 7.8,
    published_date: '2026-02-17T09:30:00',
    install_behavior: 'Always Requires Reboot',
    packages: {
      Debian: fix('linux-image-amd64', '6.1.900-1', '6.1.901-1'),
      RedHat: fix('kernel', '5.14.0-900.el9', '5.14.0-901.el9'),
      Suse: fix('kernel-default', '6.4.0-900', '6.4.0-901'),
    },
  },
  {
    advisory_id: 'EXSA-2026-0003',
    cve_id: 'CVE-2099-10003',
    title: 'curl: cookies go to other hosts',
    description: 'Cookies of one host are sent to another whose name ends alike.',
    severity: 'medium',
    score: 5.3,
    published_date: '2026-03-02T08:00:00',
    install_behavior: 'Never Requires Reboot',
    packages: {
      Debian: fix('curl', '7.99.0-1', '7.99.1-1'),
      RedHat: fix('curl', '7.99.0-1.el9', '7.99.1-1.el9'),
      Suse: fix('curl', '8.90.0-1', '8.90.1-1'),
    },
  },
  {
    advisory_id: 'EXSA-2026-0004',
    cve_id: 'CVE-2099-10004',
    title: 'sudo: rules for hosts are passed over',
    description: 'A rule that names another host is taken for one of this host.',
    severity: 'high',
    score: 8.1,
    published_date: '2026-03-20T12:15:00',
    install_behavior: 'Never Requires Reboot',
    packages: {
      Debian: fix('sudo', '1.9.90-1', '1.9.91-1'),
      RedHat: fix('sudo', '1.9.90-1.el9', '1.9.91-1.el9'),
    },
  },
  {
    advisory_id: 'EXSA-2026-0005',
    cve_id: 'CVE-2099-10005',
    title: 'tar: archives tell sizes that are wrong',
    description: 'A header with a negative size stops tar before its end.',
    severity: 'low',
    score: 3.1,
    published_date: '2026-04-08T14:45:00',
    install_behavior: 'Never Requires Reboot',
    packages: {
      Debian: fix('tar', '1.90+dfsg-1', '1.91+dfsg-1'),
      RedHat: fix('tar', '1.90-1.el9', '1.91-1.el9'),
    },
  },
  {
    advisory_id: 'EXSA-2026-0006',
    cve_id: 'CVE-2099-10006',
    title: 'glibc: long names overflow a buffer',
    description: 'Names of hosts that are too long are written past the end of a buffer.',
    severity: 'critical',
    score: 9.1,
    published_date: '2026-05-11T07:20:00',
    install_behavior: 'Can Require Reboot',
    packages: {
      Debian: fix('libc6', '2.90-1', '2.91-1'),
      RedHat: fix('glibc', '2.90-1.el9', '2.91-1.el9'),
      Suse: fix('glibc', '2.90-1', '2.91-1'),
    },
  },
  {
    advisory_id: 'EXSA-2026-0007',
    cve_id: 'CVE-2099-10007',
    title: 'tzdata: rules of time zones are renewed',
    description: 'A zone has another summer time than it was said to have.',
    severity: 'none',
    score: 0,
    published_date: '2026-06-01T00:00:00',
    install_behavior: 'Never Requires Reboot',
    packages: {
      Debian: fix('tzdata', '2026a-0', '2026b-0'),
      RedHat: fix('tzdata', '2026a-1.el9', '2026b-1.el9'),
    },
  },
  {
    advisory_id: 'EXKB-2026-0101',
    cve_id: 'CVE-2099-10101',
    title: 'Cumulative update for servers',
    description: 'A service that is reached from outside runs what it is sent.',
    severity: 'critical',
    score: 9.8,
    published_date: '2026-05-12T17:00:00',
    install_behavior: 'Always Requires Reboot',
    packages: { Windows: fix('EXKB-2026-0101', '', '10.0.99999.1') },
  },
];

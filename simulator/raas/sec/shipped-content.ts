/** A check as it is written down. */
export interface WrittenCheck {
  readonly name: string;
  readonly display_name: string;
  readonly description: string;
  readonly version: string;
  readonly kernel: string | null;
  readonly variables: readonly {
    readonly name: string;
    readonly description: string;
    readonly default_value: string;
  }[];
}

/** A benchmark as it is written down. */
export interface WrittenBenchmark {
  readonly name: string;
  readonly display_name: string;
  readonly description: string;
  readonly version: string;
  readonly authority: string;
  readonly os: string;
  readonly type: string;
  /** Names of checks. */
  readonly checks: readonly string[];
}

/** Benchmarks, and the checks that they are made of. */
export interface WrittenContent {
  readonly benchmarks: readonly WrittenBenchmark[];
  readonly checks: readonly WrittenCheck[];
}

function check(
  kernel: string,
  name: string,
  display_name: string,
  description: string,
  ...variables: WrittenCheck['variables']
): WrittenCheck {
  return { name, display_name, description, version: '1.2.0', kernel, variables };
}

/**
 * The content that is there from the beginning. It is made up, and so are the authorities: the
 * vendor's content is not public.
 */
export const SHIPPED_CONTENT: WrittenContent = {
  checks: [
    check(
      'Linux',
      'sshd_no_root_login',
      'Root does not log in over SSH',
      'sshd_config says PermitRootLogin no.',
    ),
    check(
      'Linux',
      'sshd_max_auth_tries',
      'SSH allows few attempts to log in',
      'sshd_config has a MaxAuthTries that is small enough.',
      {
        name: 'max_auth_tries',
        description: 'The greatest MaxAuthTries that is allowed.',
        default_value: '4',
      },
    ),
    check(
      'Linux',
      'sshd_idle_timeout',
      'Idle SSH sessions end',
      'sshd_config closes sessions that nobody uses.',
      {
        name: 'client_alive_interval',
        description: 'Seconds between two questions to the client.',
        default_value: '300',
      },
      {
        name: 'client_alive_count_max',
        description: 'Questions without an answer before the session is closed.',
        default_value: '3',
      },
    ),
    check(
      'Linux',
      'passwd_permissions',
      '/etc/passwd is written by root alone',
      'The owner of /etc/passwd is root, and nobody else may write it.',
    ),
    check(
      'Linux',
      'shadow_permissions',
      '/etc/shadow is read by root alone',
      'The owner of /etc/shadow is root, and others may not read it.',
    ),
    check(
      'Linux',
      'password_max_days',
      'Passwords expire',
      'login.defs has a PASS_MAX_DAYS that is small enough.',
      {
        name: 'pass_max_days',
        description: 'The greatest PASS_MAX_DAYS that is allowed.',
        default_value: '365',
      },
    ),
    check(
      'Linux',
      'no_telnet_server',
      'There is no telnet server',
      'No package of a telnet server is installed.',
    ),
    check(
      'Linux',
      'ip_forwarding_off',
      'Packets are not forwarded',
      'net.ipv4.ip_forward is 0 now and after a restart.',
    ),
    check('Linux', 'auditd_enabled', 'Audits are running', 'auditd is enabled and running.'),
    check('Linux', 'tmp_noexec', 'Nothing is executed from /tmp', '/tmp is mounted with noexec.'),
    check(
      'Windows',
      'win_guest_disabled',
      'The guest account is off',
      'The account Guest is disabled.',
    ),
    check(
      'Windows',
      'win_lockout_threshold',
      'Accounts are locked after wrong passwords',
      'The lockout threshold is small enough and not 0.',
      {
        name: 'lockout_threshold',
        description: 'The greatest number of attempts that is allowed.',
        default_value: '10',
      },
    ),
    check('Windows', 'win_smb1_off', 'SMB 1 is off', 'The feature SMB1Protocol is disabled.'),
  ],
  benchmarks: [
    {
      name: 'linux_server_basic',
      display_name: 'Linux Server, Basic',
      description: 'What every Linux server should have.',
      version: '2.1.0',
      authority: 'Example Security Office',
      os: 'Linux',
      type: 'benchmark',
      checks: [
        'sshd_no_root_login',
        'sshd_max_auth_tries',
        'passwd_permissions',
        'shadow_permissions',
        'password_max_days',
        'no_telnet_server',
      ],
    },
    {
      name: 'linux_server_strict',
      display_name: 'Linux Server, Strict',
      description: 'What Linux servers with secrets should have beside the basics.',
      version: '2.0.1',
      authority: 'Example Security Office',
      os: 'Linux',
      type: 'benchmark',
      checks: [
        'sshd_no_root_login',
        'sshd_idle_timeout',
        'shadow_permissions',
        'ip_forwarding_off',
        'auditd_enabled',
        'tmp_noexec',
      ],
    },
    {
      name: 'windows_server_guide',
      display_name: 'Windows Server Guide',
      description: 'What every Windows server should have.',
      version: '1.4.0',
      authority: 'Example Hardening Group',
      os: 'Windows',
      type: 'guide',
      checks: ['win_guest_disabled', 'win_lockout_threshold', 'win_smb1_off'],
    },
  ],
};

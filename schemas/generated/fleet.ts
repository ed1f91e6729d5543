// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The minions by id.
 */
export type Minions = {
  [k: string]: Minion;
} | null;
export type Minion = {
  /**
   * The state of its key; accepted where it is not given.
   */
  key?: 'accepted' | 'pending' | 'rejected' | 'denied';
  /**
   * Whether it answers once its key is accepted; one with an accepted or pending key does where it is not given.
   */
  up?: boolean;
  grains?: {
    [k: string]: unknown;
  } | null;
  pillar?: {
    [k: string]: unknown;
  } | null;
  /**
   * The jobs that it runs by itself, by name, as a minion's configuration has them.
   */
  schedule?: {
    [k: string]: unknown;
  } | null;
  /**
   * What it watches, by name, as a minion's configuration has it.
   */
  beacons?: {
    [k: string]: unknown;
  } | null;
  /**
   * Its public key as PEM; derived from the seed where it is not given.
   */
  pub?: string;
  /**
   * Contents of files by path, beside those of every machine; null takes away what is there.
   */
  files?: {
    [k: string]: string | null;
  } | null;
  /**
   * Services by name, beside those of every machine; null takes one away.
   */
  services?: {
    [k: string]: Service;
  } | null;
  /**
   * Versions of installed packages by name, beside those of every machine; null takes one away.
   */
  packages?: {
    [k: string]: string | null;
  } | null;
  /**
   * Users of its machine by name, beside those of every machine.
   */
  users?: {
    [k: string]: MachineUser;
  } | null;
  /**
   * Groups of its machine by name, beside those of every machine.
   */
  groups?: {
    [k: string]: MachineGroup;
  } | null;
} | null;
/**
 * A service of a minion's machine.
 */
export type Service = {
  /**
   * Whether it runs; true where it is not given.
   */
  running?: boolean;
  /**
   * Whether it starts at boot; as it runs where it is not given.
   */
  enabled?: boolean;
} | null;
/**
 * A user of a minion's machine.
 */
export type MachineUser = {
  /**
   * The next free one from 1000 on where it is not given.
   */
  uid?: number;
  /**
   * That of a group of the user's own name where it is not given.
   */
  gid?: number;
  /**
   * Groups that the user is in beside that.
   *
   * Items: Not empty, without blanks, colons and commas.
   */
  groups?: string[];
  /**
   * A text without colons and line ends.
   */
  fullname?: string;
  /**
   * A text without colons and line ends; /home/NAME where it is not given.
   */
  home?: string;
  /**
   * A text without colons and line ends; /bin/bash where it is not given.
   */
  shell?: string;
} | null;
/**
 * A group of a minion's machine.
 */
export type MachineGroup = {
  /**
   * The next free one from 1000 on where it is not given.
   */
  gid?: number;
  /**
   * Items: Not empty, without blanks, colons and commas.
   */
  members?: string[];
} | null;
/**
 * What the function raises: the message of a CommandExecutionError, or an exception of another kind.
 */
export type Exception =
  | string
  | {
      /**
       * The exception's class as a traceback names it; CommandExecutionError where it is not given.
       */
      kind?: string;
      message: string;
    };

/**
 * A fleet file: the minions of a simulated master, its users, its states and what its minions answer by a script.
 */
export interface Fleet {
  /**
   * For editors; not looked at.
   */
  $schema?: string;
  minions?: Minions;
  /**
   * Who can log in, by name. The password holds for every eauth back end that external_auth names but auto and sharedsecret.
   */
  users?: {
    [k: string]: User;
  } | null;
  /**
   * State files by name, each as Salt would read it: web.proxy is web/proxy.sls, web.init is web/init.sls and called web.
   */
  states?: {
    [k: string]: {
      [k: string]: unknown;
    };
  } | null;
  /**
   * The top file of the base environment: by target the state files of a minion's highstate, and {match: TYPE} where the target is no compound one.
   */
  top?: {
    [k: string]: (
      | string
      | {
          [k: string]: unknown;
        }
    )[];
  } | null;
  /**
   * What minions answer in place of what a function would do: the first rule that matches a call answers it.
   */
  answers?: AnswerRule[] | null;
  /**
   * The master's key pair; derived from the seed where it is not given.
   */
  master?: {
    /**
     * PEM
     */
    pub?: string;
    /**
     * PEM
     */
    pem?: string;
  } | null;
  /**
   * What RaaS knows beside the minions: its users, and masters that are attached to it beside this one.
   */
  raas?: {
    /**
     * Who can log in to RaaS, by name; root, a superuser, is always there, with the password salt unless it is given here.
     */
    users?: {
      [k: string]: RaasUser;
    } | null;
    /**
     * Masters beside this one, by id, each with a fleet of its own.
     */
    masters?: {
      [k: string]: {
        minions?: Minions;
      } | null;
    } | null;
    /**
     * API tokens of the cloud, each with the name of the user whom its access tokens let in.
     */
    csp_tokens?: {
      [k: string]: string;
    } | null;
  } | null;
}
export interface User {
  password: string;
  groups?: string[];
}
/**
 * Which calls are answered by a script, and with what.
 */
export interface AnswerRule {
  /**
   * The function's full name, such as test.ping, or a glob.
   */
  fun: string;
  /**
   * A glob of ids, or several; all minions where it is not given.
   */
  minions?: string | string[];
  /**
   * What the positional arguments must begin with.
   */
  arg?: unknown[];
  /**
   * Keyword arguments that must be among those of the call.
   */
  kwarg?: {
    [k: string]: unknown;
  };
  return?: unknown;
  /**
   * The retcode beside the return; 0 where it is not given. Any other makes success false.
   */
  retcode?: number;
  exception?: Exception;
  /**
   * Seconds until that, in which the function is running.
   */
  delay?: number;
  /**
   * Whether the minion never returns.
   */
  no_return?: boolean;
  /**
   * The answers to a minion's first call, its second and so on, in place of one.
   *
   * @minItems 1
   */
  sequence?: [Answer, ...Answer[]];
  /**
   * How many calls of a minion are answered, or how often its sequence is gone through, before the next rule that matches, in the end the built-in function; for ever where it is not given, the last of a sequence.
   */
  times?: number;
}
/**
 * One answer.
 */
export interface Answer {
  /**
   * What is returned; where neither this nor an exception is said, the built-in function is asked.
   */
  return?: unknown;
  /**
   * The retcode beside the return; 0 where it is not given. Any other makes success false.
   */
  retcode?: number;
  exception?: Exception;
  /**
   * Seconds until that, in which the function is running.
   */
  delay?: number;
  /**
   * Whether the minion never returns.
   */
  no_return?: boolean;
}
export interface RaasUser {
  password: string;
  /**
   * The back end that knows the user, a directory that RaaS is configured to ask; internal unless it is given.
   */
  config_name?: string;
  /**
   * Names of roles; User unless they are given. Roles that there are none of are made, without permissions.
   */
  roles?: string[];
  /**
   * Names of groups of the user's back end; those that there are none of are made.
   */
  groups?: string[];
}

import { str } from '../python/repr.ts';
import { isTruthy, type PyDict, type PyValue } from '../python/value.ts';
import { ScriptedAnswers } from './answers/scripted-answers.ts';
import type { ScriptedRule } from './answers/scripted-rule.ts';
import { CacheBanks } from './cache-banks.ts';
import { CLIENTS, isClient, isClientName, type ClientName } from './clients/clients.ts';
import type { Clock } from './clock.ts';
import type { MasterConfig } from './config.ts';
import { Eauth } from './eauth/eauth.ts';
import type { Users } from './eauth/users.ts';
import { EventBus } from './event-bus.ts';
import { FileServer } from './file-server.ts';
import { Fleet, type Minion } from './fleet.ts';
import { JobCache } from './job-cache.ts';
import { keepJobsSeconds } from './keep-jobs-seconds.ts';
import { Mine } from './mine.ts';
import { MinionCache } from './minion-cache.ts';
import { Minions } from './minion/minions.ts';
import { stateSite } from './minion/state-site.ts';
import type { StateFiles } from './modules/state/high/state-files.ts';
import type { StateSite } from './modules/state/state-site.ts';
import type { Random } from './random.ts';
import { SaltError } from './salt-error.ts';
import { matchTarget, type TargetContext } from './targeting/match-target.ts';
import { expandNodegroups } from './targeting/nodegroup.ts';
import type { TargetMatch } from './targeting/target.ts';
import { TokenStore, type EauthToken } from './tokens.ts';
import type { Profile } from './versions/profile.ts';

/** What a master is made of. */
export interface MasterOptions {
  readonly config: MasterConfig;
  readonly profile: Profile;
  readonly minions: Iterable<Minion>;
  readonly stateFiles: StateFiles;
  readonly users: Users;
  /** The text of the password file that the back end `file` names, if there is one. */
  readonly passwords?: string | undefined;
  /** The master's own key pair as PEM. */
  readonly pub: string;
  readonly pem: string;
  /** What minions answer by a script. */
  readonly answers: readonly ScriptedRule[];
  readonly clock: Clock;
  readonly random: Random;
}

/** A Salt master: its state, and `run`, the one way in for what clients send. */
export class Master {
  readonly config: MasterConfig;
  readonly profile: Profile;
  readonly pub: string;
  readonly pem: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly events: EventBus;
  readonly fleet: Fleet;
  readonly jobs: JobCache;
  readonly tokens: TokenStore;
  readonly eauth: Eauth;
  readonly minions: Minions;
  readonly answers: ScriptedAnswers;
  /** The files that it serves. */
  readonly files: FileServer;
  /** Where the states of its minions run. */
  readonly states: StateSite;
  readonly mine = new Mine();
  readonly cache = new CacheBanks();
  readonly minionCache = new MinionCache(this);
  /** The key that the master's own client library publishes with. */
  readonly publishKey: string;

  constructor(options: MasterOptions) {
    const { config, profile, minions, users, pub, pem, answers, clock, random } = options;
    this.config = config;
    this.profile = profile;
    this.pub = pub;
    this.pem = pem;
    this.clock = clock;
    this.random = random;
    this.events = new EventBus(clock, profile);
    this.fleet = new Fleet(minions);
    this.jobs = new JobCache(clock, keepJobsSeconds(config, profile), config.loop_interval);
    const hashType = profile.tokenHash === 'hash_type' ? config.hash_type : profile.tokenHash;
    this.tokens = new TokenStore(clock, random, hashType, config.loop_interval);
    const { passwords } = options;
    this.eauth = new Eauth({ config, profile, users, passwords }, this.tokens);
    this.minions = new Minions(this);
    this.answers = new ScriptedAnswers(answers);
    this.files = new FileServer(options.stateFiles);
    this.states = stateSite(this, options.stateFiles);
    this.publishKey = random.hex(32);
  }

  /**
   * Runs one chunk of lowstate for whoever its credentials name, as Salt's NetapiClient does.
   *
   * @throws SaltError
   */
  async run(chunk: PyDict): Promise<readonly PyValue[]> {
    return CLIENTS[this.admit(chunk)](this, chunk);
  }

  /**
   * The client that a chunk is for, where it is let through to it.
   *
   * The checks come in Salt's order: the client's name, whether it is enabled, whether there are
   * credentials at all, whether it asks for a raw shell; the client itself checks the rest (salt-core §3.1).
   *
   * @throws SaltError
   */
  admit(chunk: PyDict): ClientName {
    const client = chunk.get('client') ?? null;
    if (!isClientName(client)) {
      throw new SaltError(
        'SaltInvocationError',
        `Invalid client specified: '${client === null ? 'None' : str(client)}'`,
      );
    }
    if (!isClient(client) || !this.config.netapi_enable_clients.includes(client)) {
      throw new SaltError(
        'SaltInvocationError',
        `Client disabled: '${client}'. Add to 'netapi_enable_clients' master config option to enable.`,
      );
    }
    if (!chunk.has('token') && !chunk.has('eauth')) {
      throw new SaltError('EauthAuthenticationError', 'No authentication credentials given');
    }
    if (isTruthy(chunk.get('raw_shell')) && !this.config.netapi_allow_raw_shell)
      throw new SaltError('EauthAuthenticationError', 'Raw shell option not allowed.');
    return client;
  }

  /** Mints an eauth token for good credentials, as `POST /login` asks for one. */
  login(credentials: PyDict): EauthToken | undefined {
    return this.eauth.mintToken(credentials);
  }

  /** The `perms` that the log-in answer for a token shows. */
  permissions(token: EauthToken): PyValue {
    return this.eauth.perms(token);
  }

  /** The ids of the accepted minions that a target names. */
  minionsOf(tgt: PyValue, tgtType: string): readonly string[] {
    if (tgtType === 'nodegroup')
      return this.minionsOf(this.resolveNodegroups([`N@${str(tgt)}`]), 'compound');
    return this.match(tgt, tgtType).minions;
  }

  /** The accepted minions that a target names, and what of a list nobody is. */
  match(tgt: PyValue, tgtType: string, delimiter: PyValue = ':'): TargetMatch {
    return matchTarget(this.fleet.accepted(), tgt, tgtType, this.targetContext(delimiter));
  }

  /** What targets are read with. */
  targetContext(delimiter: PyValue): TargetContext {
    const { profile, config } = this;
    return { delimiter, profile, nodegroups: config.nodegroups };
  }

  /** A compound target with its nodegroups spelled out. */
  readonly resolveNodegroups = (target: PyValue): PyValue =>
    expandNodegroups(target, this.config.nodegroups);
}

import type { Clock } from '../master/clock.ts';
import type { Master } from '../master/master.ts';
import type { Random } from '../master/random.ts';
import { Accounts, type NewUser } from './accounts/accounts.ts';
import type { OwnedObjects } from './accounts/owned.ts';
import { SignIns } from './accounts/sign-ins.ts';
import { AuditLog } from './audit/audit-log.ts';
import { Files } from './files/files.ts';
import { AuthConfigs } from './directories/auth-configs.ts';
import { Directories } from './directories/directories.ts';
import { DirectoryPreviews } from './directories/directory-previews.ts';
import { KeyValues } from './key-values/key-values.ts';
import { Licenses } from './licenses/licenses.ts';
import { Commands } from './commands/commands.ts';
import { Engine } from './commands/engine.ts';
import type { AttachedMaster } from './masters/attached-master.ts';
import type { JsonObject } from './json.ts';
import { Deployments } from './deployments/deployments.ts';
import { Masters } from './masters/masters.ts';
import { ServerKey } from './masters/server-key.ts';
import { MasterCounts } from './metrics/master-counts.ts';
import { Metrics } from './metrics/metrics.ts';
import { countCalls } from './metrics/count-calls.ts';
import { KnownMinions } from './minions/known-minions.ts';
import type { Job } from './jobs/job.ts';
import type { Pillar } from './pillars/pillar.ts';
import { PillarTies } from './pillars/pillar-ties.ts';
import { firePolicy } from './policies/fire-policy.ts';
import type { RaasConfig } from './raas-config.ts';
import { Returner } from './returns/returner.ts';
import { Returns } from './returns/returns.ts';
import { fireSchedule } from './schedules/fire-schedule.ts';
import { KnownFutures } from './schedules/known-futures.ts';
import type { Schedule } from './schedules/schedule.ts';
import { Scheduler } from './schedules/scheduler.ts';
import { TargetMatches } from './targets/target-matches.ts';
import { Sec } from './sec/sec.ts';
import { Targets } from './targets/targets.ts';
import type { SsoConfig } from './single-sign-on/sso-config.ts';
import { trimmableJobs } from './commands/trim-jobs.ts';
import type { TrimmableStores } from './trimming.ts';
import { trimmableSchedules } from './schedules/trim-schedules.ts';
import { newUuid } from './uuid.ts';
import { Vman } from './vman/vman.ts';

/** What a RaaS is made of. */
export interface RaasOptions {
  readonly config: RaasConfig;
  /** The masters that are attached to it, by their ids. */
  readonly masters: ReadonlyMap<string, Master>;
  /** Makes a master that is set up while RaaS runs, with a minion of this id on itself. */
  readonly newMaster: (master_id: string, minion_id: string | null) => Master;
  readonly rootPassword: string;
  readonly users: readonly NewUser[];
  /** Names of users by the API tokens of the cloud that are theirs. */
  readonly cspTokens?: ReadonlyMap<string, string>;
  readonly clock: Clock;
  readonly random: Random;
  /**
   * Lets so many seconds pass for a client that asks what became of commands; absent where time
   * passes by itself.
   */
  readonly whenLookedAt?: ((seconds: number) => Promise<void>) | undefined;
}

const HOUR = 3600;

/** Where a vRealize Automation is, and what else it takes (raas §7, admin). */
export interface VraParams {
  readonly url: string;
  readonly extra_params: JsonObject | null;
}

/** A RaaS server: what it stores, and the masters that it acts on. */
export class Raas {
  readonly config: RaasConfig;
  readonly clock: Clock;
  readonly random: Random;
  /** What each response names in `RaaS-Instance-ID`. */
  readonly instanceId: string;
  readonly customerId: string;
  /** The masters whose plugin runs now. */
  readonly masters: readonly AttachedMaster[];
  /** All that RaaS has heard of. */
  readonly knownMasters: Masters;
  readonly newMaster: RaasOptions['newMaster'];
  readonly serverKey: ServerKey;
  /** The minions of all masters. */
  readonly minions: KnownMinions;
  readonly deployments = new Deployments();
  readonly metrics: Metrics;
  readonly masterCounts: MasterCounts;
  readonly accounts: Accounts;
  readonly signIns: SignIns;
  readonly audit: AuditLog;
  readonly directories: Directories;
  readonly authConfigs: AuthConfigs;
  readonly directoryPreviews: DirectoryPreviews;
  /** By slug. */
  readonly ssoConfigs = new Map<string, SsoConfig>();
  readonly telemetry = { isOn: false };
  readonly keyValues = new KeyValues();
  readonly licenses: Licenses;
  /** By uuid: where a vRealize Automation is, and what else it takes. */
  readonly vraParams = new Map<string, VraParams>();
  /** Names of users by the API tokens of the cloud that are theirs. */
  readonly cspTokens: ReadonlyMap<string, string>;
  readonly targets: Targets;
  readonly files = new Files();
  /** What is kept of the configuration of a master, by its id. */
  readonly masterConfigs = new Map<string, string>();
  /** By uuid. */
  readonly pillars = new Map<string, Pillar>();
  readonly pillarTies: PillarTies;
  readonly targetMatches = new TargetMatches();
  /** By uuid. */
  readonly jobs = new Map<string, Job>();
  readonly commands = new Commands();
  readonly returns = new Returns();
  readonly engine: Engine;
  /** By uuid. */
  readonly schedules = new Map<string, Schedule>();
  readonly scheduler: Scheduler;
  readonly futures: KnownFutures;
  /** Compliance. */
  readonly sec: Sec;
  /** Vulnerabilities. */
  readonly vman: Vman;

  /** What can be given another owner. */
  readonly owned: OwnedObjects = {
    target_groups: () => this.targets.groups.values(),
    jobs: () => this.jobs.values(),
    pillars: () => this.pillars.values(),
    files: () => this.files.stored.values(),
    auth_configs: () => this.authConfigs.all(),
  };

  constructor(options: RaasOptions) {
    const { config, masters, rootPassword, users, cspTokens, clock, random } = options;
    this.config = config;
    this.clock = clock;
    this.random = random.named('raas');
    this.instanceId = newUuid(this.random);
    this.customerId = config.customer_id ?? newUuid(this.random);
    this.knownMasters = new Masters(masters, clock, this.random);
    this.masters = this.knownMasters.attached;
    this.newMaster = options.newMaster;
    this.serverKey = new ServerKey(random);
    this.minions = new KnownMinions(this.knownMasters, clock);
    this.accounts = new Accounts(random, rootPassword, users);
    this.signIns = new SignIns(this.accounts, clock, random, {
      session: config.session_seconds ?? HOUR,
      jwt: config.jwt_seconds ?? HOUR / 2,
    });
    this.audit = new AuditLog(clock);
    this.metrics = new Metrics(clock);
    this.masterCounts = new MasterCounts(this.metrics, this.knownMasters, this.minions, clock);
    countCalls(this.metrics, this.audit);
    this.targets = new Targets(this.masters, this.accounts);
    this.pillarTies = new PillarTies(this.masters, this.targets, this.pillars);
    this.directories = new Directories(users, random);
    this.directories.takeOverAll(this.accounts);
    this.authConfigs = new AuthConfigs(this.directories.names(), random);
    this.directoryPreviews = new DirectoryPreviews(this.directories, clock, random);
    this.licenses = new Licenses(this.masters, clock, random);
    this.cspTokens = cspTokens ?? new Map();
    const { commands, returns } = this;
    const returner = new Returner(returns);
    this.knownMasters.onAttach((attached) => returner.follow(attached));
    this.engine = new Engine({
      commands,
      returns,
      returner,
      masters: this.masters,
      clock,
      whenLookedAt: options.whenLookedAt,
    });
    this.sec = new Sec(this.random, clock);
    this.vman = new Vman(this.random, clock);
    this.futures = new KnownFutures(this.random);
    this.scheduler = new Scheduler({
      schedules: this.schedules,
      clock,
      random: this.random,
      fire: (schedule, time) => {
        if (!firePolicy(this, schedule, time)) fireSchedule(this, schedule, time);
      },
    });
  }

  /** What `admin.trim_database` takes old entries from. */
  get trimmable(): TrimmableStores {
    return {
      audit: this.audit,
      jobs: trimmableJobs(this.commands, this.returns),
      schedule: trimmableSchedules(this.schedules),
    };
  }
}

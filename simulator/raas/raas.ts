import type { Clock } from '../master/clock.ts';
import type { Master } from '../master/master.ts';
import type { Random } from '../master/random.ts';
import { Accounts, type NewUser } from './accounts/accounts.ts';
import { SignIns } from './accounts/sign-ins.ts';
import { AuditLog } from './audit/audit-log.ts';
import { Files } from './files/files.ts';
import type { AttachedMaster } from './masters/attached-master.ts';
import type { Job } from './jobs/job.ts';
import type { Pillar } from './pillars/pillar.ts';
import { PillarTies } from './pillars/pillar-ties.ts';
import type { RaasConfig } from './raas-config.ts';
import type { Schedule } from './schedules/schedule.ts';
import { Targets } from './targets/targets.ts';
import { newUuid } from './uuid.ts';

/** What a RaaS is made of. */
export interface RaasOptions {
  readonly config: RaasConfig;
  /** The masters that are attached to it, by their ids. */
  readonly masters: ReadonlyMap<string, Master>;
  readonly rootPassword: string;
  readonly users: readonly NewUser[];
  readonly clock: Clock;
  readonly random: Random;
}

const HOUR = 3600;

/** A RaaS server: what it stores, and the masters that it acts on. */
export class Raas {
  readonly config: RaasConfig;
  readonly clock: Clock;
  readonly random: Random;
  /** What each response names in `RaaS-Instance-ID`. */
  readonly instanceId: string;
  readonly customerId: string;
  readonly masters: readonly AttachedMaster[];
  readonly accounts: Accounts;
  readonly signIns: SignIns;
  readonly audit: AuditLog;
  readonly targets: Targets;
  readonly files = new Files();
  /** What is kept of the configuration of a master, by its id. */
  readonly masterConfigs = new Map<string, string>();
  /** By uuid. */
  readonly pillars = new Map<string, Pillar>();
  readonly pillarTies: PillarTies;
  /** By uuid. */
  readonly jobs = new Map<string, Job>();
  /** By uuid. */
  readonly schedules = new Map<string, Schedule>();

  constructor({ config, masters, rootPassword, users, clock, random }: RaasOptions) {
    this.config = config;
    this.clock = clock;
    this.random = random.named('raas');
    this.instanceId = newUuid(this.random);
    this.customerId = config.customer_id ?? newUuid(this.random);
    this.masters = [...masters].map(([master_id, master]) => ({
      uuid: newUuid(this.random),
      master_id,
      master,
    }));
    this.accounts = new Accounts(random, rootPassword, users);
    this.signIns = new SignIns(this.accounts, clock, random, {
      session: config.session_seconds ?? HOUR,
      jwt: config.jwt_seconds ?? HOUR / 2,
    });
    this.audit = new AuditLog(clock);
    this.targets = new Targets(this.masters, this.accounts);
    this.pillarTies = new PillarTies(this.masters, this.targets, this.pillars);
  }
}

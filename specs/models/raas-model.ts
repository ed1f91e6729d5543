/** A target group that was saved. */
export interface ModelTarget {
  readonly uuid: string;
  readonly name: string;
  /** Whether a minion is in it; nobody else ever is. */
  hasMinion: boolean;
}

/** A job that was saved, which has the minions of its target say something. */
export interface ModelJob {
  readonly uuid: string;
  readonly name: string;
  readonly target: ModelTarget;
  says: string;
}

/** A command that ran a job. */
export interface ModelCommand {
  readonly jid: string;
  /** The names of then: what is deleted later leaves its traces. */
  readonly job: string;
  readonly target: string;
  readonly said: string;
}

/** What must be true of a RaaS after what was done to it. */
export interface RaasModel {
  targets: ModelTarget[];
  jobs: ModelJob[];
  readonly commands: ModelCommand[];
}

/** A model before anything has happened. */
export function emptyRaas(): RaasModel {
  return { targets: [], jobs: [], commands: [] };
}

/** Whether a job runs on a target. */
export function isInUse({ jobs }: RaasModel, target: ModelTarget): boolean {
  return jobs.some((job) => job.target === target);
}

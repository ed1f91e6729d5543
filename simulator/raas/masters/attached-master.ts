import type { Master } from '../../master/master.ts';

/** A Salt master that is attached to RaaS by its plugin. */
export interface AttachedMaster {
  readonly uuid: string;
  /** The id that the master goes by: `salt-master`. */
  readonly master_id: string;
  readonly master: Master;
}

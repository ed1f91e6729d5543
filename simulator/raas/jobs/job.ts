import type { Access } from '../accounts/access.ts';
import type { JsonObject } from '../json.ts';

/** A job that was saved to be run again. */
export interface Job {
  readonly uuid: string;
  name: string;
  desc: string;
  /** `local`, `runner`, `wheel` or `cloud`. */
  cmd: string;
  fun: string;
  /** `{arg: […], kwarg: {…}}`. */
  arg: JsonObject;
  /** Ids of masters, for what does not run on minions. */
  masters: readonly string[];
  tgt_uuid: string | null;
  readonly access: Access;
}

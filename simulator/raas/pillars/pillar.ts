import type { Access } from '../accounts/access.ts';
import type { JsonObject } from '../json.ts';

/** Pillar data that was saved to be given to the minions of target groups. */
export interface Pillar {
  readonly uuid: string;
  name: string;
  desc: string;
  /** What its saver called it; which there are is not known. */
  pillar_type: string;
  /** The data itself. */
  pillar: JsonObject;
  readonly access: Access;
}

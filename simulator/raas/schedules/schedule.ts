import type { JsonObject } from '../json.ts';

/** When to run what. */
export interface Schedule {
  readonly uuid: string;
  name: string;
  /** When, as `schedule.save` takes it. */
  schedule: JsonObject;
  job_uuid: string | null;
  tgt_uuid: string | null;
}

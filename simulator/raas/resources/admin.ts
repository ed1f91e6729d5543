import type { Admin } from '../../../schemas/generated/raas/admin.ts';
import { MICROSECONDS } from '../../master/clock.ts';
import type { JsonObject } from '../json.ts';
import type { Raas } from '../raas.ts';
import type { Resource } from '../rpc/resource.ts';
import { RpcError } from '../rpc/rpc-error.ts';
import type { Trimmable } from '../trimming.ts';
import { newUuid } from '../uuid.ts';

const DAY = 24 * 60 * 60 * MICROSECONDS;

const NO_JOBS = { commands: 0, 'minions-expected': 0, returns: 0, jids: 0 };

/** The resource `admin`: what superusers keep a RaaS in order with (raas §7). */
export const admin: Resource<'admin'> = {
  trim_database({ raas, args }) {
    const { test } = args;
    const { audit, events, schedule, jobs } = raas.trimmable;
    const now = raas.clock.now();
    return {
      test,
      ...(args.jobs !== null && { jobs: trimmed(jobs, args.jobs, NO_JOBS) }),
      ...(args.events !== null && { events: trimmed(events, args.events, 0) }),
      ...(args.audit !== null && { audit: trimmed(audit, args.audit, 0) }),
      ...(args.schedule !== null && { schedule: trimmed(schedule, args.schedule, 0) }),
    };

    /** @param days to keep; below zero for all there are */
    function trimmed<Counts>(
      store: Trimmable<Counts> | undefined,
      days: number,
      nothing: Counts,
    ): Counts {
      const isTrimmed = store !== undefined && days >= 0;
      return isTrimmed ? store.trim(now - days * DAY, test) : nothing;
    }
  },
  get_vra_params({ raas, args }) {
    const { param_uuid } = args;
    if (param_uuid !== null) expectParams(raas, param_uuid);
    const results = [...raas.vraParams]
      .filter(([uuid]) => uuid === (param_uuid ?? uuid))
      .map(([uuid, params]): Params => ({ ...params, param_uuid: uuid }));
    return { count: results.length, results };
  },
  save_vra_params({ raas, args }) {
    const { url, param_uuid } = args;
    if (param_uuid !== null) expectParams(raas, param_uuid);
    const uuid = param_uuid ?? newUuid(raas.random);
    const extra_params = (args.extra_params ?? null) as JsonObject | null;
    raas.vraParams.set(uuid, { url, extra_params });
    return uuid;
  },
  delete_vra_params({ raas, args }) {
    expectParams(raas, args.param_uuid);
    raas.vraParams.delete(args.param_uuid);
    return args.param_uuid;
  },
};

type Params = Admin['get_vra_params']['reply']['results'][number];

/** @throws RpcError where no parameters have this uuid */
function expectParams({ vraParams }: Raas, uuid: string): void {
  if (!vraParams.has(uuid))
    throw new RpcError('NotFound', `There are no parameters ${uuid}.`, {
      param_uuid: 'no parameters have this uuid',
    });
}

import type { Audit } from '../../../schemas/generated/raas/audit.ts';
import type { AuditRecord } from '../audit/audit-log.ts';
import { dateRange } from '../date-range.ts';
import { pageOf, type SortKey } from '../paging.ts';
import type { Resource } from '../rpc/resource.ts';
import { RpcError } from '../rpc/rpc-error.ts';

type Arguments = Audit['get_audit']['arguments'];

/** The resource `audit`: who did what (raas §7). */
export const audit: Resource<'audit'> = {
  get_audit({ raas, args }) {
    if (args.account_uuid !== null && args.username !== null)
      throw new RpcError('InvalidRequest', 'account_uuid and username exclude each other.', {
        account_uuid: 'excludes username',
        username: 'excludes account_uuid',
      });
    const wanted = raas.audit.records().filter(filterOf(args));
    const { count, results } = pageOf(wanted, args, keyOf);
    return {
      count,
      results: results.map(({ entry }) => ({
        ...entry,
        event_data: { ...entry.event_data, headers: { ...entry.event_data.headers } },
      })),
    };
  },
};

/** Which records are asked for: those that everything that is said holds of. */
function filterOf(args: Arguments): (record: AuditRecord) => boolean {
  const range = dateRange(args.daterange, args.daterange_fmt);
  const { account_uuid, username, session_uuid, event_type, event_name, failed } = args;
  const equal = Object.entries({
    account_uuid,
    username,
    session_uuid,
    event_type,
    event_name,
    failed,
  }).filter(([, value]) => value !== null);
  return (record) => {
    const { entry, started } = record;
    const elapsed = milliseconds(record);
    return (
      equal.every(([name, value]) => entry[name as keyof typeof entry] === value) &&
      (range === undefined || (range.start <= started && started <= range.end)) &&
      elapsed >= (args.elapsed_msec_min ?? 0) &&
      elapsed <= (args.elapsed_msec_max ?? Number.POSITIVE_INFINITY)
    );
  };
}

function keyOf(record: AuditRecord, name: string): SortKey {
  switch (name) {
    case 'elapsed_msec':
      return milliseconds(record);
    case 'start_time':
      return record.started;
    case 'end_time':
      return record.ended;
    default:
      return record.entry[name as 'username' | 'event_type' | 'event_name' | 'failed'];
  }
}

function milliseconds({ started, ended }: AuditRecord): number {
  return (ended - started) / 1000;
}

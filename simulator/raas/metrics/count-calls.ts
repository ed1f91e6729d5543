import type { AuditLog } from '../audit/audit-log.ts';
import { RAAS_SOURCE, type Metrics } from './metrics.ts';

const MILLISECONDS = 1000;

/** Counts the calls that are answered, how long they took, and who has signed in. */
export function countCalls(metrics: Metrics, audit: AuditLog): void {
  audit.listen(({ event_type, failed, start_time, end_time }) => {
    if (event_type === 'auth' && !failed) metrics.add('sse_users_authenticated', RAAS_SOURCE);
    if (event_type !== 'rpc') return;
    metrics.add('raas_rpc_request_count', RAAS_SOURCE);
    const seconds = (Date.parse(`${end_time}Z`) - Date.parse(`${start_time}Z`)) / MILLISECONDS;
    metrics.add('raas_rpc_request_duration_seconds', RAAS_SOURCE, seconds);
  });
}

import { isDict, type PyDict, type PyValue } from '../../python/value.ts';
import { MICROSECONDS, type Clock } from '../clock.ts';
import type { PublishedJob } from '../published-job.ts';
import { isOk, type FunctionResult } from './run-function.ts';

/**
 * The data of the event by which a minion returns a job; the order of its first keys tells how the
 * function ended (salt-core §8.2).
 */
export function returnData(
  id: string,
  job: PublishedJob,
  result: FunctionResult,
  clock: Clock,
): PyDict {
  const data: PyDict = new Map<string, PyValue>([
    ['cmd', '_return'],
    ['id', id],
    ...outcomeFields(result),
    ['jid', job.jid],
    ['fun', job.load.get('fun') ?? null],
    ['fun_args', argOf(job)],
    ['user', job.load.get('user') ?? null],
  ]);
  const metadata = job.load.get('metadata');
  if (isDict(metadata)) data.set('metadata', metadata);
  if (result.failed === undefined && result.out !== undefined) data.set('out', result.out);
  data.set('_stamp', '');
  data.set('ts', Math.floor(clock.now() / MICROSECONDS));
  return data;
}

/** The arguments of a published job. */
export function argOf(job: PublishedJob): PyValue[] {
  const arg = job.load.get('arg');
  return Array.isArray(arg) ? arg : [];
}

function outcomeFields({
  value,
  retcode,
  out,
  failed,
  perFunction,
}: FunctionResult): [string, PyValue][] {
  if (perFunction !== undefined) {
    return [
      ['return', value],
      ['retcode', perFunction.retcode],
      ['success', perFunction.success],
    ];
  }
  const fields: [string, PyValue][] = [
    ['success', isOk(retcode)],
    ['return', value],
  ];
  if (failed === 'running') fields.push(['out', out ?? null]);
  fields.push(['retcode', retcode]);
  if (failed === 'unknown function') fields.push(['out', out ?? null]);
  return fields;
}

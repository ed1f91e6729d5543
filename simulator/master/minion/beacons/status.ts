import { str } from '../../../python/repr.ts';
import { dict, isDict, type PyDict, type PyValue } from '../../../python/value.ts';
import type { Beacon } from './beacon.ts';

/** What is told where the settings ask for nothing. */
const ALL = ['loadavg', 'cpustats', 'meminfo', 'vmstats', 'time'];

/**
 * The beacon `status`: what functions of the module of that name return, whole or in parts (Salt,
 * beacons.status; seen on 3006.28, 3007.15 and 3008.3). A setting that is no function breaks it, so
 * that it cannot run under another name than its own.
 */
export const status: Beacon = ({ entries, time, ask }) => {
  const asked =
    entries.length > 0 ? entries : [dict(Object.fromEntries(ALL.map((fun) => [fun, ['all']])))];
  const told: PyDict = new Map();
  for (const [fun, parts] of asked.flatMap((entry) => [...entry])) {
    const value = ask(`status.${str(fun)}`);
    told.set(fun, partsOf(value, Array.isArray(parts) ? parts : [parts]));
  }
  return [{ tag: time, data: dict({ data: told }) }];
};

function partsOf(value: PyValue, parts: readonly PyValue[]): PyValue {
  const shown: PyDict = new Map();
  for (const part of parts) {
    if (part === 'all') return value;
    const found = partOf(value, part);
    if (found === undefined) return `Status beacon is incorrectly configured: '${str(part)}'`;
    shown.set(part as string, found);
  }
  return shown;
}

function partOf(value: PyValue, part: PyValue): PyValue | undefined {
  if (isDict(value)) return value.get(part as string);
  const at = Number(str(part));
  return Array.isArray(value) || typeof value === 'string' ? value[at] : undefined;
}

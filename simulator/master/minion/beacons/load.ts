import {
  dict,
  isDict,
  isTruthy,
  PyFloat,
  type PyDict,
  type PyValue,
} from '../../../python/value.ts';
import type { Beacon } from './beacon.ts';

/** The spans of load averages as the beacon calls them, and as the module `status` does. */
const SPANS = [
  ['1m', '1-min'],
  ['5m', '5-min'],
  ['15m', '15-min'],
] as const;

/**
 * The beacon `load`: the load averages, where one is outside of its limits, at every look or when it
 * gets there (Salt, beacons.load; seen on 3006.28, 3007.15 and 3008.3).
 */
export const load: Beacon = ({ settings, last, ask }) => {
  const asked = ask('status.loadavg');
  const averages: PyDict = isDict(asked) ? asked : new Map();
  const limits = settings.get('averages');
  const isOnChange = isTruthy(settings.get('onchangeonly'));
  const isFirst = last.size === 0;
  const told = dict({});
  let isOutside = false;
  for (const [span, name] of SPANS) {
    const value = averages.get(name) ?? 0;
    const now = numberOf(value);
    const before = numberOf(last.get(span) ?? value);
    told.set(span, value);
    last.set(span, value);
    const [low, high] = limitsOf(isDict(limits) ? limits.get(span) : undefined);
    if (low === undefined || high === undefined) continue;
    isOutside ||= isOnChange
      ? (now > high && before < high) || (now < low && before > low)
      : now < low || now > high;
  }
  const isSilent = isOnChange && isFirst && !isTruthy(settings.get('emitatstartup') ?? true);
  return isOutside && !isSilent ? [{ data: told }] : [];
};

function limitsOf(value: PyValue | undefined): number[] {
  return Array.isArray(value) ? value.map(numberOf) : [];
}

function numberOf(value: PyValue): number {
  return value instanceof PyFloat ? value.value : Number(value);
}

import { str } from '../../../python/repr.ts';
import { dict, isDict, isTruthy, type PyDict } from '../../../python/value.ts';
import type { Beacon, BeaconCall, Sighting } from './beacon.ts';

/**
 * The beacon `service`: whether services run, at every look or when that changes (Salt,
 * beacons.service; seen on 3006.28, 3007.15 and 3008.3). `delay` and `uncleanshutdown` are not read.
 */
export const service: Beacon = (call) => {
  const services = call.settings.get('services');
  if (!isDict(services)) return [];
  return [...services].flatMap(([name, said]) =>
    sighting(call, str(name), isDict(said) ? said : new Map()),
  );
};

function sighting(
  { last, ask, knowsRunningState }: BeaconCall,
  name: string,
  said: PyDict,
): Sighting[] {
  const running = ask('service.status', name);
  const wanted = knowsRunningState ? said.get('is_running_state') : undefined;
  if (typeof wanted === 'boolean' && wanted !== running) return [];
  const seen = {
    tag: name,
    data: dict({ [name]: dict({ running }), service_name: name }),
  };
  if (said.get('onchangeonly') !== true) return [seen];
  const before = last.get(name);
  last.set(name, running);
  if (before === undefined) return isTruthy(said.get('emitatstartup') ?? true) ? [seen] : [];
  return before === running ? [] : [seen];
}

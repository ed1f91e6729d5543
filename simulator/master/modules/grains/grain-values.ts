import { argument } from '../../../python/argument.ts';
import { str } from '../../../python/repr.ts';
import type { PyDict, PyValue } from '../../../python/value.ts';
import { traverse } from '../../targeting/subdict-match.ts';
import { keyPath } from '../arguments/key-path.ts';
import type { ExecutionCall } from '../function.ts';

/** The grain that a path of keys leads to, by the delimiter of the call where it has one. */
export function lookUpGrain(call: ExecutionCall, key: PyValue): PyValue | undefined {
  return traverse(call.minion.grains, keyPath(key, delimiterOf(call)));
}

/** What stands between the keys of a path. */
export function delimiterOf(call: ExecutionCall): string {
  const delimiter = argument(call, 'delimiter');
  return typeof delimiter === 'string' ? delimiter : ':';
}

/** What stands for grains that tell which machine it is. */
const SANITIZED: Readonly<Record<string, string>> = {
  serialnumber: '***',
  domain: 'DOMAINNAME',
  fqdn: 'MINION.DOMAINNAME',
  id: 'MINION.DOMAINNAME',
  host: 'MINION',
  localhost: 'MINION',
  nodename: 'MINION',
};

/** The grains without what tells which machine it is (seen on 3006.28, 3007.15 and 3008.3). */
export function sanitized(grains: PyDict): PyDict {
  return new Map([...grains].map(([name, value]) => [name, SANITIZED[str(name)] ?? value]));
}

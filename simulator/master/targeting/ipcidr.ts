import { BlockList, isIP } from 'node:net';
import type { PyValue } from '../../python/value.ts';
import type { Matcher } from './matcher.ts';

/** `ipcidr`: an address, or a network that one of the minion's addresses lies in. */
export const ipcidr: Matcher = (expression) => {
  const [address = '', prefix] = expression.split('/');
  const version = isIP(address);
  if (version === 0) throw new TypeError(`${expression} is neither an address nor a network`);
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (prefix === undefined)
    return ({ grains }) => addressesOf(grains.get(family)).includes(address);
  const network = new BlockList();
  network.addSubnet(address, Number(prefix), family);
  return ({ grains }) =>
    addressesOf(grains.get(family)).some(
      (own) => typeof own === 'string' && network.check(own, family),
    );
};

function addressesOf(grain: PyValue | undefined): PyValue[] {
  return Array.isArray(grain) ? grain : [];
}

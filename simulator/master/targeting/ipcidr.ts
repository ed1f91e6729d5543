import { BlockList, isIP } from 'node:net';
import type { PyValue } from '../../python/value.ts';
import type { Matcher } from './matcher.ts';
import { PyException } from '../../python/exception.ts';

/**
 * `ipcidr`: an address, or a network that one of the minion's addresses lies in.
 *
 * As with Python's `ip_network`, a network is named by its first address, and one of IPv4 may have
 * its mask spelled out.
 */
export const ipcidr: Matcher = (expression) => {
  const [address = '', mask, ...rest] = expression.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) throw new PyException(`${expression} is no network`);
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (mask === undefined) return ({ grains }) => addressesOf(grains.get(family)).includes(address);
  const prefix = prefixOf(mask, family);
  // What lies in a network does not depend on a zone.
  const [first = ''] = address.split('%');
  if (bitsOf(first, family).slice(prefix).includes('1'))
    throw new PyException(`${expression} has host bits set`);
  const network = new BlockList();
  network.addSubnet(first, prefix, family);
  return ({ grains }) =>
    addressesOf(grains.get(family)).some(
      (own) => typeof own === 'string' && network.check(own, family),
    );
};

const BITS = { ipv4: 32, ipv6: 128 } as const;
type Family = keyof typeof BITS;

function addressesOf(grain: PyValue | undefined): PyValue[] {
  return Array.isArray(grain) ? grain : [];
}

/** @throws PyException for what is neither a number nor an IPv4 mask */
function prefixOf(mask: string, family: Family): number {
  if (/^\d+$/.test(mask) && Number(mask) <= BITS[family]) return Number(mask);
  const bits = family === 'ipv4' && isIP(mask) === 4 ? bitsOf(mask, family) : '';
  if (/^1+0*$/.test(bits)) return bits.replaceAll('0', '').length;
  throw new PyException(`${mask} is no mask`);
}

function bitsOf(address: string, family: Family): string {
  if (family === 'ipv4')
    return address
      .split('.')
      .map((byte) => Number(byte).toString(2).padStart(8, '0'))
      .join('');
  // A URL writes an IPv6 address in its shortest form, without dots.
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after]
    .map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0'))
    .join('');
}

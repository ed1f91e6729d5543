import { BlockList, isIP } from 'node:net';
import type { PyValue } from '../../python/value.ts';
import type { Matcher } from './matcher.ts';

/**
 * `ipcidr`: an address, or a network that one of the minion's addresses lies in.
 *
 * As with Python's `ip_network`, a network is named by its first address, and one of IPv4 may have
 * its mask spelled out. What is neither names nobody, in a compound as well (seen on 3008.3, read in
 * 3006.28 and 3007.15).
 */
export const ipcidr: Matcher = (expression) => {
  const [address = '', mask, ...rest] = expression.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return () => false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (mask === undefined) {
    const spelled = family === 'ipv4' ? address : shortened(address);
    return ({ grains }) => addressesOf(grains.get(family)).includes(spelled);
  }
  const prefix = prefixOf(mask, family);
  // What lies in a network does not depend on a zone.
  const [first = ''] = address.split('%');
  if (prefix === undefined || bitsOf(first, family).slice(prefix).includes('1')) return () => false;
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

/** The bits of a network's prefix; undefined for what is neither a number nor an IPv4 mask. */
function prefixOf(mask: string, family: Family): number | undefined {
  if (/^\d+$/.test(mask)) return Number(mask) <= BITS[family] ? Number(mask) : undefined;
  const bits = family === 'ipv4' && isIP(mask) === 4 ? bitsOf(mask, family) : '';
  return /^1+0*$/.test(bits) ? bits.replaceAll('0', '').length : undefined;
}

/** An IPv6 address as Python spells it, the longest zeros left out. */
function shortened(address: string): string {
  const [bare = '', ...zone] = address.split('%');
  return [new URL(`http://[${bare}]`).hostname.slice(1, -1), ...zone].join('%');
}

function bitsOf(address: string, family: Family): string {
  if (family === 'ipv4')
    return address
      .split('.')
      .map((byte) => Number(byte).toString(2).padStart(8, '0'))
      .join('');
  const [head = '', tail = ''] = shortened(address).split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after]
    .map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0'))
    .join('');
}

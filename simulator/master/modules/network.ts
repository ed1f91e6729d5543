import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { dict, isTruthy, type PyDict, type PyValue } from '../../python/value.ts';
import type { Minion } from '../fleet.ts';
import type { ExecutionCall, ExecutionModule } from './function.ts';

const ADDRESSES = { interface: null, include_loopback: false, cidr: null };

/**
 * The `network` module: the addresses among a machine's grains, on `lo` and `eth0`
 * (salt.modules.network; seen on 3006.28, 3007.15 and 3008.3).
 */
export const network: ExecutionModule = {
  interfaces: {
    signature: signature('interfaces'),
    doc: 'Answers the interfaces with their addresses, out of the grain ipv4.',
    run: ({ minion }) => interfacesOf(minion),
  },
  interface: {
    signature: signature('interface', ['iface']),
    doc: 'Answers the IPv4 addresses of an interface.',
    run: (call) => inetOf(call.minion, str(argument(call, 'iface'))),
  },
  interface_ip: {
    signature: signature('interface_ip', ['iface']),
    doc: 'Answers the first IPv4 address of an interface.',
    run: (call) => inetOf(call.minion, str(argument(call, 'iface')))[0]?.get('address') ?? '',
  },
  ip_addrs: addresses('ip_addrs'),
  ipaddrs: addresses('ipaddrs'),
  ip_addrs6: addresses6('ip_addrs6'),
  ipaddrs6: addresses6('ipaddrs6'),
  hw_addr: hardware('hw_addr'),
  hwaddr: hardware('hwaddr'),
  get_hostname: {
    signature: signature('get_hostname'),
    doc: 'Answers the grain host.',
    run: ({ minion }) => minion.grains.get('host') ?? minion.id,
  },
  get_fqdn: {
    signature: signature('get_fqdn'),
    doc: 'Answers the grain fqdn.',
    run: ({ minion }) => minion.grains.get('fqdn') ?? minion.id,
  },
  is_loopback: {
    signature: signature('is_loopback', ['ip_addr']),
    doc: 'Answers whether an address is one of the machine itself.',
    run: (call) => isLoopback(str(argument(call, 'ip_addr'))),
  },
  is_private: {
    signature: signature('is_private', ['ip_addr']),
    doc: 'Answers whether an IPv4 address is one of a private network.',
    run: (call) =>
      /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)/.test(
        str(argument(call, 'ip_addr')),
      ),
  },
};

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1';
}

function ipv4Of({ grains }: Minion): string[] {
  const ipv4 = grains.get('ipv4');
  return Array.isArray(ipv4) ? ipv4.map(str) : ['127.0.0.1'];
}

/** The addresses of an interface; each but the machine's own is in a network of 256. */
function inetOf(minion: Minion, name: string): PyDict[] {
  const isLo = name === 'lo';
  if (!isLo && name !== 'eth0') return [];
  return ipv4Of(minion)
    .filter((address) => isLoopback(address) === isLo)
    .map((address) =>
      dict({
        address,
        netmask: isLo ? '255.0.0.0' : '255.255.255.0',
        broadcast: isLo ? null : address.replace(/\d+$/, '255'),
        label: name,
      }),
    );
}

function interfacesOf(minion: Minion): PyDict {
  const entry = (name: string, hwaddr: string): PyDict =>
    dict({ up: true, hwaddr, inet: inetOf(minion, name) });
  const lo = entry('lo', '00:00:00:00:00:00').set('inet6', [
    dict({ address: '::1', prefixlen: '128', scope: 'host' }),
  ]);
  return dict({ lo, eth0: entry('eth0', hardwareAddress(minion)) });
}

/** An address out of the first IPv4 address, as some virtual machines have it. */
function hardwareAddress(minion: Minion): string {
  const [first = '10.0.0.1'] = ipv4Of(minion).filter((address) => !isLoopback(address));
  const bytes = first.split('.').map((part) => Number(part).toString(16).padStart(2, '0'));
  return ['02', '42', ...bytes].join(':');
}

function addresses(name: string) {
  return {
    signature: signature(name, [], { ...ADDRESSES, type: null }),
    doc: 'Answers the IPv4 addresses of the machine, its own left out unless asked for.',
    run: (call: ExecutionCall): PyValue =>
      ipv4Of(call.minion).filter(
        (address) => isTruthy(argument(call, 'include_loopback')) || !isLoopback(address),
      ),
  };
}

function addresses6(name: string) {
  return {
    signature: signature(name, [], ADDRESSES),
    doc: 'Answers the IPv6 addresses of the machine, its own left out unless asked for.',
    run: (call: ExecutionCall): PyValue => {
      const ipv6 = call.minion.grains.get('ipv6');
      const all = Array.isArray(ipv6) ? ipv6 : ['::1'];
      return all.filter(
        (address) => isTruthy(argument(call, 'include_loopback')) || !isLoopback(str(address)),
      );
    },
  };
}

function hardware(name: string) {
  return {
    signature: signature(name, ['iface']),
    doc: 'Answers the hardware address of an interface.',
    run: (call: ExecutionCall): PyValue => {
      const iface = str(argument(call, 'iface'));
      return iface === 'lo' ? '00:00:00:00:00:00' : hardwareAddress(call.minion);
    },
  };
}

import net from 'node:net';
import tls from 'node:tls';
import type { TlsTrust } from '../run-options.ts';

/** Opens a bare connection to a target; `connect`, or `secureConnect` with TLS, tells when it stands. */
export function connect(base: URL, { ca, insecure }: TlsTrust): net.Socket {
  const host = base.hostname.replace(/^\[|\]$/g, '');
  if (base.protocol !== 'https:') return net.connect({ host, port: Number(base.port || 80) });
  return tls.connect({
    host,
    port: Number(base.port || 443),
    rejectUnauthorized: !insecure,
    ...(net.isIP(host) === 0 && { servername: host }),
    ...(ca !== undefined && { ca }),
  });
}

/** The event of a connection that stands. */
export function connectedEvent(socket: net.Socket): 'connect' | 'secureConnect' {
  return socket instanceof tls.TLSSocket ? 'secureConnect' : 'connect';
}

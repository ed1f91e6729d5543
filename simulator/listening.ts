import type { AddressInfo } from 'node:net';

/** A server that is listening. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Ends every connection, open event streams too. */
  close(): Promise<void>;
}

/** What a server speaks TLS with, in PEM. */
export interface TlsFiles {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** Certificates that complete the chain of the first. */
  readonly ca?: Buffer;
}

/** Where to listen, and with what. */
export interface ListenOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Undefined for plain HTTP. */
  readonly tls: TlsFiles | undefined;
}

/** The URL that a server answers at. */
export function urlOf({ address, family, port }: AddressInfo, tls: TlsFiles | undefined): string {
  const name = family === 'IPv6' ? `[${address}]` : address;
  return `${tls === undefined ? 'http' : 'https'}://${name}:${port}`;
}

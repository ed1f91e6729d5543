import { RpcError } from '../rpc/rpc-error.ts';

/** What RaaS logs in to a host with. */
export interface HostAccess {
  readonly host_name_ip: string;
  readonly password: string | null;
  readonly private_key: string | null;
  readonly private_key_path?: string | null;
}

/** @throws RpcError where there is nothing to log in with */
export function expectCredentials({ password, private_key, private_key_path }: HostAccess): void {
  if ([password, private_key, private_key_path].some((given) => given)) return;
  throw new RpcError(
    'InvalidRequest',
    'A deployment needs one of password, private_key and private_key_path.',
    { password: 'is missing', private_key: 'is missing', private_key_path: 'is missing' },
  );
}

/**
 * Why a host cannot be set up; undefined for all that can. There are no hosts here: each is taken
 * for one that works, but for those below `.invalid`, a domain that is never there (RFC 2606).
 */
export function hostFault({ host_name_ip }: HostAccess): string | undefined {
  return /(^|\.)invalid\.?$/i.test(host_name_ip)
    ? `The host ${host_name_ip} cannot be reached.`
    : undefined;
}

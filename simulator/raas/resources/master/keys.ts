import { createPublicKey } from 'node:crypto';
import { fingerprint } from '../../../master/fingerprint.ts';
import { isoformat } from '../../../python/datetime.ts';
import { dismissMaster } from '../../masters/master-caller.ts';
import { holds, pageOf } from '../../paging.ts';
import type { Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';

type Methods = Resource<'master'>;

/** The keys that masters have shown; by master unless it is said otherwise. */
export const getMasterKeys: Methods['get_master_keys'] = ({ raas, args }) => {
  const found = raas.knownMasters.keys
    .list()
    .filter(({ state }) => args.state === null || state === args.state)
    .filter(({ master_id }) => holds(master_id, args.master_id));
  const { results } = pageOf(
    found,
    { sort_by: args.sort_by ?? 'master_id', reverse: args.reverse },
    (key, name) => key[name as 'master_id' | 'state' | 'created'],
  );
  return results.map(({ master_id, pubkey, state, created }) => ({
    master_id,
    state,
    created: isoformat(created),
    pubkey,
    fingerprint: pubkey === null ? null : fingerprint(pubkey, 'sha256', 'whole PEM'),
  }));
};

/** Decides over keys of masters, of all that are named or, where one is unknown, of none. */
export const setMasterKeyState: Methods['set_master_key_state'] = ({ raas, args }) => {
  const keys = args.masters.map((master_id) => {
    const key = raas.knownMasters.keys.get(master_id);
    if (key !== undefined) return key;
    throw new RpcError('NotFound', `There is no key of a master ${master_id}.`, {
      masters: `has no key: ${master_id}`,
    });
  });
  for (const key of keys) {
    raas.knownMasters.decide(key, args.action);
    if (args.action !== 'accept') dismissMaster(raas, key.master_id);
  }
  return args.masters;
};

/** Notes a key ahead of its master. */
export const saveMasterKey: Methods['save_master_key'] = ({ raas, args }) => {
  const pem = Buffer.from(args.public_key, 'base64').toString();
  if (!isPublicKey(pem))
    throw new RpcError('InvalidRequest', 'The key is no public key in PEM, in base64.', {
      public_key: 'is no public key',
    });
  raas.knownMasters.keys.save(args.title, pem, args.state === 'accept' ? 'accepted' : 'rejected');
  return true;
};

function isPublicKey(pem: string): boolean {
  try {
    createPublicKey(pem);
    return true;
  } catch {
    return false;
  }
}

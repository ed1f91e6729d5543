import type { Resource } from '../rpc/resource.ts';

/** The resource `kv`: values by key, of each user's own and of the system (raas-methods, kv). */
export const kv: Resource<'kv'> = {
  get_key: ({ raas, caller, args }) => raas.keyValues.of(caller.user.uuid).get(args.key) ?? null,
  list_keys: ({ raas, caller }) => [...raas.keyValues.of(caller.user.uuid).keys()].toSorted(),
  set_key({ raas, caller, args }) {
    raas.keyValues.of(caller.user.uuid).set(args.key, args.value);
    return null;
  },
  delete_key: ({ raas, caller, args }) =>
    Number(raas.keyValues.of(caller.user.uuid).delete(args.key)),
  set_system_key({ raas, args }) {
    raas.keyValues.system.set(args.key, args.value);
    return null;
  },
  delete_system_key: ({ raas, args }) => Number(raas.keyValues.system.delete(args.key)),
};

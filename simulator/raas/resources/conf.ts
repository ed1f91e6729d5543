import { expectAttached } from '../masters/attached-master.ts';
import { expectMapping, mergedYaml } from '../masters/master-config.ts';
import type { Raas } from '../raas.ts';
import type { Resource } from '../rpc/resource.ts';

/** The resource `conf`: what of the configuration of masters RaaS keeps (raas §7). */
export const conf: Resource<'conf'> = {
  get_master_config: ({ raas, args }) => raas.masterConfigs.get(expectMaster(raas, args)) ?? '',
  save_master_config({ raas, args }) {
    const master = expectMaster(raas, args);
    const old = raas.masterConfigs.get(master) ?? '';
    raas.masterConfigs.set(master, mergedYaml(old, args.config_yaml ?? ''));
    return null;
  },
  replace_master_config({ raas, args }) {
    const text = args.config_yaml ?? '';
    expectMapping(text);
    raas.masterConfigs.set(expectMaster(raas, args), text);
    return null;
  },
  delete_master_config({ raas, args }) {
    raas.masterConfigs.delete(expectMaster(raas, args));
    return null;
  },
};

/** @throws RpcError where no such master is attached */
function expectMaster({ masters }: Raas, { master_id }: { readonly master_id: string }): string {
  return expectAttached(masters, master_id).master_id;
}

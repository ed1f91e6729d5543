import { BASE } from '../../master/modules/state/high/state-files.ts';
import type { AttachedMaster } from '../masters/attached-master.ts';
import { holds, pageOf } from '../paging.ts';
import type { Resource } from '../rpc/resource.ts';

/** A file that a master has. */
interface MasterFile {
  readonly master: string;
  readonly saltenv: string;
  readonly file: string;
}

/** The resource `masterfs`: the files that masters told that they have (raas §7). */
export const masterfs: Resource<'masterfs'> = {
  get_masterfs({ raas, args }) {
    const { master_id, saltenv, file } = args;
    const wanted = raas.masters
      .filter((attached) => master_id === null || attached.master_id === master_id)
      .flatMap(filesOf)
      .filter((row) => (saltenv === null || row.saltenv === saltenv) && holds(row.file, file));
    return pageOf(wanted, args, (row, name) => row[name as keyof MasterFile]);
  },
};

function filesOf({ master_id, master }: AttachedMaster): MasterFile[] {
  return [...master.states.files.byPath().keys()].map((file) => ({
    master: master_id,
    saltenv: BASE,
    file,
  }));
}

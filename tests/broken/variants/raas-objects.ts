import type { Accessible } from '../../../simulator/raas/accounts/accessible.ts';
import { withArguments } from '../misunderstanding.ts';
import type { Variant } from '../variant.ts';
import { type Misread, raasVariants, type Spoilt, without } from './raas-rows.ts';

/** What is wrong with what RaaS keeps, by what is done to it and who must notice. */
const ROWS: readonly Spoilt[] = [
  [
    'a target group loses its desc',
    ({ targets }) => onSet(targets.groups, (group) => ({ ...group, desc: '' })),
    'raas.tgt.save-get',
    'raas.tgt.filter-desc',
    'raas.values.target',
  ],
  [
    'a target group that was deleted stays',
    ({ targets }) => void (targets.groups.delete = () => true),
    'raas.tgt.delete',
    'raas.tgt.delete-list',
    'raas.tgt.delete-by-force',
  ],
  [
    'a target that matches nobody has all minions',
    ({ targets }) => void (targets.minionsOf = () => ({ master: ['web1'] })),
    'raas.tgt.minions-of-nobody',
    'raas.model.any-script',
  ],
  [
    'a job does not keep its target',
    ({ jobs }) => onSet(jobs, (job) => ({ ...job, tgt_uuid: null })),
    'raas.job.save-get',
    'raas.job.filter-tgt',
    'raas.tgt.delete-in-use',
    'raas.model.any-script',
  ],
  [
    'a job keeps what it is called with as texts',
    ({ jobs }) => onSet(jobs, (job) => ({ ...job, arg: { arg: [JSON.stringify(job.arg)] } })),
    'raas.job.save-get',
    'raas.job.inputs',
    'raas.values.job',
  ],
  [
    'a job that was deleted stays',
    ({ jobs }) => void (jobs.delete = () => true),
    'raas.job.delete',
  ],
  [
    'a pillar loses what is nested',
    ({ pillars }) => onSet(pillars, (stored) => ({ ...stored, pillar: flat(stored.pillar) })),
    'raas.pillar.save-get',
    'raas.values.pillar',
  ],
  [
    'a pillar that was deleted stays',
    ({ pillars }) => void (pillars.delete = () => true),
    'raas.pillar.delete',
    'raas.batch.in-order',
  ],
  [
    'files lose what is white at their end',
    ({ files }) => onSet(files.stored, (file) => ({ ...file, contents: file.contents.trimEnd() })),
    'raas.fs.text',
    'raas.fs.large',
  ],
  [
    'nobody knows what is at a path',
    ({ files }) => void (files.at = () => undefined),
    'raas.fs.exists',
    'raas.fs.text',
    'raas.fs.binary',
    'raas.fs.update',
  ],
  [
    'a file that was deleted stays',
    ({ files }) => void (files.stored.delete = () => true),
    'raas.fs.delete',
  ],
  [
    'there is no environment but base',
    ({ files }) => void (files.environments = () => ['base']),
    'raas.fs.envs',
    'raas.fs.other-env',
  ],
  [
    'what somebody has saved is open to all',
    ({ accounts }) => void (accounts.isSuperuser = () => true),
    'raas.tgt.not-of-others',
    'raas.job.not-of-others',
    'raas.pillar.not-of-others',
    'raas.fs.not-of-others',
    'raas.job.by-role',
    'raas.masterfs.refused',
  ],
  [
    'a role is given no access to anything',
    ({ targets, jobs, pillars, files }) => {
      onSet(targets.groups, withoutRoles);
      onSet(jobs, withoutRoles);
      onSet(pillars, withoutRoles);
      onSet(files.stored, withoutRoles);
    },
    'raas.tgt.save-access',
    'raas.job.save-access',
    'raas.pillar.get-access',
    'raas.fs.get-access',
  ],
];

/** What is not understood of calls, by what is taken for them and who must notice. */
const CALLS: readonly Misread[] = [
  [
    'pages are counted from 1',
    (call) =>
      withArguments(call, (given) => ({
        ...given,
        ...(typeof given['page'] === 'number' && { page: Math.max(0, given['page'] - 1) }),
      })),
    'raas.tgt.pages',
    'raas.job.pages',
    'raas.pillar.pages',
  ],
  [
    'there is no limit',
    (call) => withArguments(call, without('limit')),
    'raas.tgt.limit',
    'raas.job.limit',
    'raas.pillar.limit',
  ],
  [
    'nothing is sorted',
    (call) => withArguments(call, without('sort_by')),
    'raas.tgt.sort-by-name',
    'raas.job.sort-by-name',
    'raas.pillar.sort-by-name',
    'raas.tgt.sort-by-desc',
    'raas.job.sort-by-cmd',
  ],
  [
    'names must be the whole name',
    (call) =>
      withArguments(call, (given) =>
        call['method'] === 'get_target_group' && 'name' in given
          ? { ...given, name: `${String(given['name'])}\n` }
          : given,
      ),
    'raas.tgt.name-part',
    'raas.tgt.count',
  ],
  [
    'arguments by position come in reverse',
    (call) =>
      Array.isArray(call['args'])
        ? { ...call, args: call['args'].toReversed() as unknown[] }
        : call,
    'raas.by-position.tgt',
    'raas.by-position.job',
    'raas.by-position.fs',
    'raas.by-position.pillar',
  ],
  [
    'by force is not asked for',
    (call) => withArguments(call, without('force')),
    'raas.tgt.delete-by-force',
  ],
  [
    'everything is done by force',
    (call) =>
      withArguments(call, (given) =>
        call['method'] === 'delete_target_group' ? { ...given, force: true } : given,
      ),
    'raas.tgt.delete-in-use',
    'raas.model.any-script',
  ],
];

/** RaaS that keeps what it is given badly, or understands its callers badly. */
export const RAAS_OBJECTS: readonly Variant[] = raasVariants(ROWS, CALLS);

/** Keeps something else than what is put into a map. */
function onSet<Stored>(map: Map<string, Stored>, change: (stored: Stored) => Stored): void {
  const set = map.set.bind(map);
  map.set = (uuid, stored) => set(uuid, change(stored));
}

/** The same, for which no role can be noted. */
function withoutRoles<Stored extends Accessible>(stored: Stored): Stored {
  stored.access.roles.set = () => stored.access.roles;
  return stored;
}

/** Members whose value is no object or list. */
function flat<Members extends object>(members: Members): Members {
  const entries = Object.entries(members).filter(([, value]) => typeof value !== 'object');
  return Object.fromEntries(entries) as Members;
}

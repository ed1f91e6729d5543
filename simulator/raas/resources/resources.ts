import type { Json } from '../json.ts';
import { findTable, type MethodTable, type ResourceName } from '../rpc/method-table.ts';
import type { Call, Resource } from '../rpc/resource.ts';
import { admin } from './admin.ts';
import { api } from './api/api.ts';
import { audit } from './audit.ts';
import { auth } from './auth/auth.ts';
import { cmd } from './cmd/cmd.ts';
import { conf } from './conf.ts';
import { fs } from './fs/fs.ts';
import { job } from './job/job.ts';
import { kv } from './kv.ts';
import { license } from './license.ts';
import { master } from './master/master.ts';
import { masterfs } from './masterfs.ts';
import { minions } from './minions/minions.ts';
import { pillar } from './pillar/pillar.ts';
import { ret } from './ret/ret.ts';
import { schedule } from './schedule/schedule.ts';
import { sec } from './sec/sec.ts';
import { settings } from './settings/settings.ts';
import { stats } from './stats/stats.ts';
import { test } from './test.ts';
import { tgt } from './tgt/tgt.ts';
import { vman } from './vman/vman.ts';

/** What carries out every method of every resource. */
const RESOURCES: { readonly [Name in ResourceName]: Resource<Name> } = {
  admin,
  api,
  audit,
  auth,
  cmd,
  conf,
  fs,
  job,
  kv,
  license,
  master,
  masterfs,
  minions,
  pillar,
  ret,
  schedule,
  sec,
  settings,
  stats,
  test,
  tgt,
  vman,
};

/** A method whose arguments have been checked against its table. */
export type CheckedMethod = (call: Call<Readonly<Record<string, Json>>>) => unknown;

/** A method, what it takes and gives, and what carries it out. */
export interface KnownMethod {
  readonly table: MethodTable;
  readonly run: CheckedMethod;
}

/** A method by its name; undefined where there is none. */
export function findMethod(resource: string, method: string): KnownMethod | undefined {
  const table = findTable(resource, method);
  if (table === undefined) return undefined;
  // There is one for every table: the type of RESOURCES demands it.
  const methods = RESOURCES[resource as ResourceName] as unknown as Record<string, CheckedMethod>;
  return { table, run: methods[method] as CheckedMethod };
}

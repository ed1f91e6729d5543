import { fnmatch } from '../../python/fnmatch.ts';
import type { Profile } from '../versions/profile.ts';
import { beacons } from './beacons.ts';
import { cmd } from './cmd/cmd.ts';
import { config } from './config.ts';
import { cp } from './cp.ts';
import { disk } from './disk.ts';
import { event } from './event.ts';
import type { ExecutionFunction, ExecutionModule } from './function.ts';
import { grains } from './grains/grains.ts';
import { hashutil } from './hashutil.ts';
import { match } from './match.ts';
import { mine } from './mine.ts';
import { network } from './network.ts';
import { pillar } from './pillar/pillar.ts';
import { pkg } from './pkg.ts';
import { saltutil } from './saltutil/saltutil.ts';
import { schedule } from './schedule/schedule.ts';
import { service } from './service.ts';
import { state } from './state/state.ts';
import { status } from './status.ts';
import { sys } from './sys/sys.ts';
import { testSelf } from './test/test-self.ts';
import { test } from './test/test.ts';
import { user } from './user.ts';

/** The execution modules that every simulated minion has. */
const MODULES: Readonly<Record<string, ExecutionModule>> = {
  beacons,
  cmd,
  config,
  cp,
  disk,
  event,
  grains,
  hashutil,
  match,
  mine,
  network,
  pillar,
  pkg,
  saltutil,
  schedule,
  service,
  state,
  status,
  sys,
  test: { ...test, ...testSelf },
  user,
};

/** Every execution function by its full name, sorted. */
const EXECUTION_FUNCTIONS: ReadonlyMap<string, ExecutionFunction> = new Map(
  Object.entries(MODULES)
    .flatMap(([module, functions]) =>
      Object.entries(functions).map(([name, fun]) => [`${module}.${name}`, fun] as const),
    )
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
);

/** Every execution function that a line has, by its full name, sorted. */
export function executionFunctions({
  lacksFunctions,
}: Pick<Profile, 'lacksFunctions'>): [string, ExecutionFunction][] {
  return [...EXECUTION_FUNCTIONS].filter(([name]) => !lacksFunctions.includes(name));
}

/** The function of that full name, `test.ping`, if the line has it. */
export function findFunction(fun: string, profile: Profile): ExecutionFunction | undefined {
  return profile.lacksFunctions.includes(fun) ? undefined : EXECUTION_FUNCTIONS.get(fun);
}

/** The functions of a line whose full name the glob matches. */
export function functionsLike(glob: string, profile: Profile): [string, ExecutionFunction][] {
  return executionFunctions(profile).filter(([name]) => fnmatch(name, glob));
}

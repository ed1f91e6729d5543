import { fnmatch } from '../../python/fnmatch.ts';
import { perProfile } from '../versions/per-profile.ts';
import type { Profile } from '../versions/profile.ts';
import { beacons } from './beacons.ts';
import { cmd } from './cmd/cmd.ts';
import { config } from './config.ts';
import { cp } from './cp.ts';
import { disk } from './disk.ts';
import { event } from './event.ts';
import { file } from './file/file.ts';
import type { ExecutionFunction, ExecutionModule } from './function.ts';
import { grains } from './grains/grains.ts';
import { group } from './group.ts';
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

/** A module, or how what a line's profile says makes it. */
type ModuleOfLine = ExecutionModule | ((profile: Profile) => ExecutionModule);

/** The execution modules that every simulated minion has. */
const MODULES: Readonly<Record<string, ModuleOfLine>> = {
  beacons,
  cmd,
  config,
  cp,
  disk,
  event,
  file,
  grains,
  group,
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

/** The execution functions of a line by their full names, sorted. */
const functionsOf = perProfile((profile): ReadonlyMap<string, ExecutionFunction> => {
  const all = Object.entries(MODULES).flatMap(([module, functions]) =>
    Object.entries(typeof functions === 'function' ? functions(profile) : functions).map(
      ([name, fun]) => [`${module}.${name}`, fun] as const,
    ),
  );
  return new Map(
    all
      .filter(([name]) => !profile.lacksFunctions.includes(name))
      .map(([name, found]) => [name, asOf(profile, name, found)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
});

/** Every execution function that a line has, by its full name, sorted. */
export function executionFunctions(profile: Profile): [string, ExecutionFunction][] {
  return [...functionsOf(profile)];
}

/** The function of that full name, `test.ping`, if the line has it. */
export function findFunction(fun: string, profile: Profile): ExecutionFunction | undefined {
  return functionsOf(profile).get(fun);
}

/** A function as a line has it, without the parameters that came later. */
function asOf(
  { lacksParameters }: Profile,
  name: string,
  found: ExecutionFunction,
): ExecutionFunction {
  const lacking = lacksParameters[name];
  if (lacking === undefined) return found;
  const { signature } = found;
  const parameters = signature.parameters.filter(({ name }) => !lacking.includes(name));
  return { ...found, signature: { ...signature, parameters } };
}

/** The functions of a line whose full name the glob matches. */
export function functionsLike(glob: string, profile: Profile): [string, ExecutionFunction][] {
  return executionFunctions(profile).filter(([name]) => fnmatch(name, glob));
}

import { expect, test } from '@playwright/test';
import type { Exchange } from '../../report/result.ts';
import { METHOD_TABLE } from '../../simulator/raas/rpc/method-table.ts';
import { DEFAULT_LINE } from '../../simulator/master/versions/versions.ts';
import type { Raas } from '../../simulator/raas/raas.ts';
import { loadSpecifications } from '../../specs/load-specifications.ts';
import { field } from '../../specs/target/return-of.ts';
import { tryDeclared } from '../../specs/try-requirement.ts';
import { rigOf } from './rig.ts';

/* What all requirements of RaaS together call, counted in their evidence, and what they leave behind. */

/** Requirements that call every method that reads, whatever comes of it: they are about none of them. */
const OF_ALL_METHODS = /^raas\.(?:by-position|pages)\./;

/** Methods that no requirement can have succeed on anybody's server; tests of the simulator do. */
const NEVER_SUCCEED: Readonly<Record<string, string>> = {
  'auth.save_user_link': 'needs a user in a directory',
  'license.apply_vra_license': 'needs a licence of the vendor',
  'license.delete_license': 'would take a licence away for good',
  'license.save_license': 'needs a licence of the vendor',
  'master.authenticate_master': 'how a master proves its key is not known',
  'settings.get_config_unprotected': 'the names of settings are not known',
  'test.error': 'always fails',
};

const METHODS = Object.entries(METHOD_TABLE).flatMap(([resource, { methods }]) =>
  Object.keys(methods).map((method) => `${resource}.${method}`),
);

/** A call that a requirement has made. */
interface Made {
  readonly name: string;
  readonly hasSucceeded: boolean;
}

/** What came of all requirements of RaaS: the calls they have made, and what was kept before and after. */
interface Outcome {
  readonly made: readonly Made[];
  /** What did not pass, and why. */
  readonly failures: readonly string[];
  readonly before: object;
  readonly after: object;
}

async function tryAll(): Promise<Outcome> {
  const specifications = await loadSpecifications();
  const declared = specifications
    .flatMap(({ requirements }) => requirements)
    .filter(({ declaration: { api, id } }) => api === 'raas' && !OF_ALL_METHODS.test(id));
  const rig = await rigOf('raas', DEFAULT_LINE, {
    handler: (_req, _res, next) => next(),
    carry: (bytes) => bytes,
  });
  try {
    const { parts, target } = rig;
    const { raas } = parts;
    if (raas === undefined) throw new Error('There is no RaaS.');
    const before = keptBy(raas);
    const made: Made[] = [];
    const failures: string[] = [];
    for (const requirement of declared) {
      const { result } = await tryDeclared(requirement, target);
      made.push(...result.exchanges.flatMap(callsIn));
      if (result.outcome !== 'pass' || result.leftBehind !== undefined)
        failures.push(JSON.stringify({ ...result, exchanges: [] }));
    }
    return { made, failures, before, after: keptBy(raas) };
  } finally {
    await rig.close();
  }
}

/** Everything that callers save and can take away again, by what it is; each by its key. */
function keptBy(raas: Raas): Record<string, unknown[]> {
  const { accounts, sec, vman } = raas;
  return {
    users: [...accounts.users.values()].filter((user) => !user.isDeleted).map(({ uuid }) => uuid),
    roles: [...accounts.roles.keys()],
    groups: [...accounts.groups.keys()],
    targets: [...raas.targets.groups.keys()],
    jobs: [...raas.jobs.keys()],
    pillars: [...raas.pillars.keys()],
    files: [...raas.files.stored.keys()],
    schedules: [...raas.schedules.keys()],
    'back ends': [...raas.authConfigs.configs.keys(), ...raas.ssoConfigs.keys()],
    configurations: [...raas.masterConfigs].filter(([, text]) => text !== ''),
    masters: raas.knownMasters.list().map(({ master_id }) => master_id),
    'keys of masters': raas.knownMasters.keys
      .list()
      .map(({ master_id, state }) => [master_id, state]),
    'keys of minions': raas.knownMasters
      .list()
      .flatMap((known) => [...raas.minions.keysOf(known).keys()]),
    'values by key': [...accounts.users.keys()].flatMap((uuid) => [...raas.keyValues.of(uuid)]),
    'values of the system': [...raas.keyValues.system.keys()],
    licences: [...raas.licenses.stored.keys(), ...raas.licenses.vraKeys.keys()],
    'parameters of vRealize Automations': [...raas.vraParams.keys()],
    content: [...sec.content.benchmarks.keys(), ...sec.content.checks.keys()],
    policies: [...sec.policies.keys(), ...vman.policies.keys()],
    exemptions: [...vman.exemptionGroups.keys()],
    'links to states': [...vman.stateLinks.keys()],
    connectors: [...vman.connectors.keys()],
    imports: [...vman.imports.keys()],
  };
}

/** The calls of an exchange, one or a list of them; none where it is no call. */
function callsIn({ request, response }: Exchange): Made[] {
  if (!request.path.endsWith('/rpc')) return [];
  const asked = parsed(request.body);
  const answered = parsed(response?.body ?? '');
  const answers = Array.isArray(asked) ? field(answered, 'ret') : [answered];
  return [asked].flat().map((call, at) => ({
    name: `${String(field(call, 'resource'))}.${String(field(call, 'method'))}`,
    hasSucceeded: field(answers, at, 'error') === null,
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

test('every method of RaaS is called by a requirement, and succeeds in one where it can; nothing is left behind', async () => {
  expect(METHODS).toHaveLength(217);
  const { made, failures, before, after } = await tryAll();
  expect(failures).toEqual([]);
  const called = new Set(made.map(({ name }) => name));
  expect(METHODS.filter((name) => !called.has(name))).toEqual([]);
  const succeeded = new Set(made.filter((one) => one.hasSucceeded).map(({ name }) => name));
  expect(METHODS.filter((name) => !succeeded.has(name)).toSorted()).toEqual(
    Object.keys(NEVER_SUCCEED).toSorted(),
  );
  expect(after).toEqual(before);
});

import { expect, test } from '@playwright/test';
import type { Exchange } from '../../report/result.ts';
import { METHOD_TABLE } from '../../simulator/raas/rpc/method-table.ts';
import { loadSpecifications } from '../../specs/load-specifications.ts';
import { field } from '../../specs/target/return-of.ts';
import { BrokenSimulator } from './broken-simulator.ts';

/* Which methods of RaaS the suite calls, counted in the evidence of its requirements. */

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

/** Tries the requirements of RaaS, and gives the calls that each of them has made. */
async function madeByRequirements(): Promise<Made[]> {
  const specifications = await loadSpecifications();
  const declared = specifications
    .flatMap(({ requirements }) => requirements)
    .filter(({ declaration: { api, id } }) => api === 'raas' && !OF_ALL_METHODS.test(id));
  const simulator = await BrokenSimulator.start('raas');
  try {
    const made: Made[] = [];
    for (const requirement of declared) {
      const { exchanges } = await simulator.try(requirement);
      made.push(...exchanges.flatMap(callsIn));
    }
    return made;
  } finally {
    await simulator.close();
  }
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

test('every method of RaaS is called by a requirement, and succeeds in one where it can', async () => {
  expect(METHODS).toHaveLength(217);
  const made = await madeByRequirements();
  const called = new Set(made.map(({ name }) => name));
  expect(METHODS.filter((name) => !called.has(name))).toEqual([]);
  const succeeded = new Set(made.filter((one) => one.hasSucceeded).map(({ name }) => name));
  expect(METHODS.filter((name) => !succeeded.has(name)).toSorted()).toEqual(
    Object.keys(NEVER_SUCCEED).toSorted(),
  );
});

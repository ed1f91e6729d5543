import type { ExemptionGroup } from '../../../simulator/raas/vman/vman.ts';
import { withArguments } from '../misunderstanding.ts';
import type { Variant } from '../variant.ts';
import { type Misread, raasVariants, type Spoilt, without } from './raas-rows.ts';

/** What is wrong with policies, by what is done to RaaS and who must notice. */
const ROWS: readonly Spoilt[] = [
  [
    'policies that were deleted are still listed',
    ({ sec, vman }) => {
      sec.policies.delete = () => true;
      vman.policies.delete = () => true;
    },
    'raas.sec.policy-delete',
    'raas.vman.policy-delete',
  ],
  [
    'secrets of connectors are kept under a name that is shown',
    ({ vman: { connectors } }) => {
      const set = connectors.set.bind(connectors);
      connectors.set = (vendor, params) =>
        set(vendor, { ...params, url: `https://${JSON.stringify(params)}` });
    },
    'raas.vman.connector',
  ],
  [
    'remediations change nothing',
    ({ sec, vman }) => {
      sec.remediated.has = () => false;
      vman.patched.has = () => false;
    },
    'raas.sec.remediate',
    'raas.vman.remediate',
  ],
  [
    'runs of policies are forgotten',
    ({ sec, vman }) => {
      sec.runs.push = () => 0;
      vman.runs.push = () => 0;
    },
    'raas.sec.assess',
    'raas.sec.results',
    'raas.sec.report',
    'raas.vman.assess',
    'raas.vman.reports',
  ],
  [
    'policies have all checks of their benchmarks, whatever is excluded',
    ({ sec }) => {
      const checksOf = sec.checksOf.bind(sec);
      sec.checksOf = (policy) => checksOf({ ...policy, exclude_check_uuids: [], check_uuids: [] });
    },
    'raas.sec.policy-checks',
  ],
  [
    'nothing is exempt in the end',
    ({ vman }) =>
      void (vman.exemptionGroups.values = () => new Map<string, ExemptionGroup>().values()),
    'raas.vman.exempt',
    'raas.vman.exemptions',
  ],
  [
    'schedules of policies are kept, and that is all',
    ({ scheduler }) => void (scheduler.plan = () => undefined),
    'raas.sec.policy-scheduled',
    'raas.vman.policy-scheduled',
  ],
  [
    'everybody may change policies and connectors',
    ({ accounts }) => void (accounts.isSuperuser = () => true),
    'raas.sec.policy-limited',
    'raas.vman.policy-limited',
    'raas.vman.connector-limited',
  ],
];

/** What is not understood of calls, by what is taken for them and who must notice. */
const CALLS: readonly Misread[] = [
  [
    'policies are listed whatever their names',
    (call) => withArguments(call, without('names')),
    'raas.sec.policy-filters',
    'raas.vman.policy-filters',
    'raas.sec.checks-filters',
  ],
  [
    'each page of benchmarks, results and imports is the first',
    (call) => withArguments(call, without('page')),
    'raas.sec.benchmarks-pages',
    'raas.sec.results-pages',
    'raas.sec.policy-pages',
    'raas.vman.policy-pages',
    'raas.vman.advisories-pages',
    'raas.vman.import-pages',
  ],
  [
    'rows of imports are selected, whatever is asked',
    (call) =>
      withArguments(call, (given) =>
        'selected_for_import' in given ? { ...given, selected_for_import: true } : given,
      ),
    'raas.vman.import-select',
  ],
];

/** RaaS whose policies, or what belongs to them, are broken. */
export const RAAS_SEC_VMAN: readonly Variant[] = raasVariants(ROWS, CALLS);

import { requirePolicies } from './own-policies.ts';
import { requireRuns } from './policy-runs.ts';
import { requireSchedules } from './policy-schedules.ts';

requirePolicies('vman');
requireSchedules('vman');
requireRuns('vman');

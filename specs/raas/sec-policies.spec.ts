import { requirePolicies } from './own-policies.ts';

requirePolicies('sec');

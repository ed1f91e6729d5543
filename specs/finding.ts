import type { RequirementResult } from '../report/result.ts';

/** What was found out about a requirement, without its facts. */
export type Finding = Pick<RequirementResult, 'outcome' | 'cause' | 'failure'>;

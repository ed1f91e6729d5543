import {
  LEVELS,
  OUTCOMES,
  type Api,
  type Level,
  type Outcome,
  type RequirementResult,
} from './result.ts';

/** How many requirements came to each outcome. */
export type Counts = Readonly<Record<Outcome, number>>;

/** The counts of some requirements. */
export function countOutcomes(requirements: readonly RequirementResult[]): Counts {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    Outcome,
    number
  >;
  for (const { outcome } of requirements) counts[outcome] += 1;
  return counts;
}

/** The counts by level, the weightiest first. */
export function countByLevel(requirements: readonly RequirementResult[]): [Level, Counts][] {
  return LEVELS.map((level) => [
    level,
    countOutcomes(requirements.filter((result) => result.level === level)),
  ]);
}

/** The topic of a requirement: the second part of its id. */
export function topicOf({ id }: Pick<RequirementResult, 'id'>): string {
  return id.split('.')[1] ?? id;
}

/** The requirements by topic, sorted; topics of several APIs are named with theirs: `raas.login`. */
export function groupByTopic(
  requirements: readonly RequirementResult[],
): [topic: string, results: RequirementResult[]][] {
  const isOne = new Set(requirements.map(({ api }) => api)).size < 2;
  return groupBy(requirements, (result) =>
    isOne ? topicOf(result) : `${result.api}.${topicOf(result)}`,
  );
}

/** The counts of each topic of several APIs, a column an API: undefined where it has no such topic. */
export function countByTopicAndApi(
  requirements: readonly RequirementResult[],
  apis: readonly Api[],
): [topic: string, counts: (Counts | undefined)[]][] {
  return groupBy(requirements, topicOf).map(([topic, results]) => [
    topic,
    apis.map((name) => {
      const ofApi = results.filter(({ api }) => api === name);
      return ofApi.length === 0 ? undefined : countOutcomes(ofApi);
    }),
  ]);
}

function groupBy(
  requirements: readonly RequirementResult[],
  keyOf: (result: RequirementResult) => string,
): [key: string, results: RequirementResult[]][] {
  const groups = new Map<string, RequirementResult[]>();
  for (const result of requirements) {
    const group = groups.get(keyOf(result)) ?? [];
    groups.set(keyOf(result), [...group, result]);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Counts in a cell: `12 of 14`, how many passed of those that apply. */
export function countsWords(counts: Counts | undefined): string {
  if (counts === undefined) return '';
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${counts.pass} of ${all - counts['not applicable']}`;
}

/** What runs could not take away again from their targets, a line each. */
export function leftBehindBy(requirements: readonly RequirementResult[]): string[] {
  return requirements.flatMap(({ id, leftBehind = [] }) =>
    leftBehind.map((line) => `${id}: ${line}`),
  );
}

/** `N passed, N failed, N skipped`: known failures, what did not apply and what could not be tried count as skipped. */
export function closingLine(requirements: readonly RequirementResult[]): string {
  const counts = countOutcomes(requirements);
  const failed = counts.fail + counts['harness error'];
  const skipped = counts.known + counts['not applicable'] + counts['not verified'];
  return `${counts.pass} passed, ${failed} failed, ${skipped} skipped`;
}

import { LEVELS, OUTCOMES, type Level, type Outcome, type RequirementResult } from './result.ts';

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

/** The requirements by topic, sorted. */
export function groupByTopic(
  requirements: readonly RequirementResult[],
): [topic: string, results: RequirementResult[]][] {
  const groups = new Map<string, RequirementResult[]>();
  for (const result of requirements) {
    const group = groups.get(topicOf(result)) ?? [];
    groups.set(topicOf(result), [...group, result]);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** `N passed, N failed, N skipped`: known failures, what did not apply and what could not be tried count as skipped. */
export function closingLine(requirements: readonly RequirementResult[]): string {
  const counts = countOutcomes(requirements);
  const failed = counts.fail + counts['harness error'];
  const skipped = counts.known + counts['not applicable'] + counts['not verified'];
  return `${counts.pass} passed, ${failed} failed, ${skipped} skipped`;
}

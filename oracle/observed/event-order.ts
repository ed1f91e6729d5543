import { tagOf, type EventLines } from './server-sent-events.ts';

/**
 * Whether a stream brought what another did. Between jobs, and between the minions of one job,
 * there is no order; within a job everything else comes in order. A stream that the suite turned
 * away from may have had more to come.
 *
 * @returns the first expected event that is missing or wrong, or the first that nobody expected
 */
export function eventDifference(
  expected: readonly EventLines[],
  actual: readonly EventLines[],
  mayGoOn: boolean,
): string | undefined {
  const actualGroups = groupsOf(actual);
  for (const [group, events] of groupsOf(expected)) {
    const others = actualGroups.get(group) ?? [];
    const different = events.findIndex((event, at) => event !== others[at]);
    if (different >= 0)
      return `event ${different + 1} of ${group}: expected ${events[different]}, got ${others[different] ?? 'none'}`;
  }
  const expectedGroups = groupsOf(expected);
  const more = [...actualGroups].find(
    ([group, events]) => events.length > (expectedGroups.get(group)?.length ?? 0),
  );
  if (more === undefined || mayGoOn) return undefined;
  return `more events of ${more[0]} than expected: ${more[1].at(-1)}`;
}

/** The returns of each minion to each job, every job's other events, and all that belongs to no job. */
function groupsOf(events: readonly EventLines[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const lines of events) {
    const group = groupOf(tagOf(lines));
    groups.set(group, [...(groups.get(group) ?? []), lines.join('\n')]);
  }
  return groups;
}

function groupOf(tag: string): string {
  const [ofMinion] = /^salt\/job\/<jid \d+>\/(?:ret|prog)\/[^/]+/.exec(tag) ?? [];
  return ofMinion ?? /<jid \d+>/.exec(tag)?.[0] ?? 'no job';
}

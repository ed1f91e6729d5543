import type { Normaliser } from './normalise/normaliser.ts';

/** The lines of one server-sent event. */
export type EventLines = readonly string[];

/**
 * What the master and its minions say of themselves at any time, whatever a client does: minions
 * that authenticate or start, presence and statistics.
 */
const OWN_AFFAIRS =
  /^(?:salt\/auth|salt\/minion\/.*|minion_start|minion\/refresh\/.*|salt\/presence\/.*|salt\/stats\/.*)$/;

/**
 * The events of a stream, normalised: those of jobs from before the recording and of the master's
 * own affairs left out, and one that was cut off with them.
 */
export function eventsOf(text: string, normaliser: Normaliser): EventLines[] {
  // The first line of a stream, how long to wait before another, belongs to no event.
  const [, retry = '', rest = ''] = /^(retry: \d+\n)?(.*)$/s.exec(text) ?? [];
  const blocks = rest
    .split('\n\n')
    .slice(0, -1)
    .map((block) => block.split('\n'));
  const events = blocks
    .filter((lines) => isOwn(lines, normaliser))
    .map((lines) => lines.map((line) => settled(line, normaliser)));
  return retry === '' ? events : [[retry.trimEnd()], ...events];
}

/** The text of the `tag:` line. */
export function tagOf(lines: EventLines): string {
  return lines.find((line) => line.startsWith('tag: '))?.slice(5) ?? '';
}

function isOwn(lines: EventLines, normaliser: Normaliser): boolean {
  const tag = tagOf(lines);
  return !OWN_AFFAIRS.test(tag) && !tag.split('/').some((part) => normaliser.isForeign(part));
}

function settled(line: string, normaliser: Normaliser): string {
  const [, field = '', value = ''] = /^([a-z]+: )(.*)$/s.exec(line) ?? ['', '', line];
  return field + normaliser.received(value);
}

import type { RecordedExchange, RecordedStep, Recording } from '../../../specs/recording.ts';

/** The log-ins of a run whose sessions several requirements use, by session id. */
export type LogIns = ReadonlyMap<string, RecordedExchange>;

/** An id of CherryPy's, or the token itself that stands for a session in rest_tornado. */
const SESSION = /(?<![0-9a-f])(?:[0-9a-f]{40}|[0-9a-f]{64})(?![0-9a-f])/g;

const COOKIE = /^session_id=([0-9a-f]+);/;

/**
 * Finds the log-ins that requirements share. Which of them made one depends on their order alone,
 * so none of them owns it.
 */
export function sharedLogIns(recordings: readonly Recording[]): LogIns {
  const uses = new Map<string, number>();
  for (const { steps } of recordings)
    for (const session of sessionsSent(steps)) uses.set(session, (uses.get(session) ?? 0) + 1);
  const shared = new Map<string, RecordedExchange>();
  for (const { steps } of recordings) {
    for (const step of steps) {
      const session = sessionGiven(step);
      if (session !== undefined && (uses.get(session) ?? 0) > 1 && step.kind === 'exchange')
        shared.set(session, step);
    }
  }
  return shared;
}

/**
 * The shared log-ins whose sessions these steps use, in the order of use; but one that they make
 * themselves after time has passed belongs where it is.
 */
export function givenLogIns(steps: readonly RecordedStep[], logIns: LogIns): RecordedExchange[] {
  const passed = steps.findIndex(({ kind }) => kind === 'passes');
  const later = passed < 0 ? [] : steps.slice(passed);
  const given = [...sessionsSent(steps)].map((session) => logIns.get(session));
  return given.filter((logIn) => logIn !== undefined).filter((logIn) => !later.includes(logIn));
}

function sessionsSent(steps: readonly RecordedStep[]): Set<string> {
  return new Set(steps.flatMap((step) => sentText(step).match(SESSION) ?? []));
}

/** The session that a log-in gave; undefined where the step is none. */
export function sessionGiven(step: RecordedStep): string | undefined {
  if (step.kind !== 'exchange' || step.request.path !== '/login') return undefined;
  const valueOf = (name: string): string | undefined =>
    step.reply?.headers.find(([known]) => known === name)?.[1];
  return valueOf('X-Auth-Token') ?? COOKIE.exec(valueOf('Set-Cookie') ?? '')?.[1];
}

function sentText(step: RecordedStep): string {
  if (step.kind === 'passes') return '';
  return JSON.stringify(step.kind === 'raw' ? step.sent : step.request);
}

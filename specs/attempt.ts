import type { Exchange, Failure } from '../report/result.ts';
import { disabledClient } from './disabled-client.ts';
import { failureOf, isVerdict } from './failure.ts';
import type { Finding } from './finding.ts';
import { NotVerified } from './not-verified.ts';
import type { RecordedStep } from './recording.ts';
import type { AnyTarget } from './target/any-target.ts';
import type { Redactor } from './target/redact.ts';

/** What an attempt found out, and what went over the wire for it; `duration` in milliseconds. */
export type Attempt = Finding & {
  readonly duration: number;
  /** What it could not take away again, a line each. */
  readonly leftBehind?: readonly string[];
  readonly exchanges: readonly Exchange[];
  /** Everything done to the target, un-redacted. */
  readonly steps: readonly RecordedStep[];
};

/**
 * Tries a requirement.
 *
 * On a real server a failure is judged only when it happens again, with nothing else going on and
 * a session of its own: under load salt-api answers correct requests with errors (seen on 3006.28).
 * The embedded simulator has no such excuse.
 */
export async function attempt(target: AnyTarget, body: () => Promise<void>): Promise<Attempt> {
  const first = await tryOnce(target, body);
  if (first.outcome !== 'fail' || target.options.kind !== 'server') return first;
  const second = await tryOnce(target, body);
  const leftBehind = [...(first.leftBehind ?? []), ...(second.leftBehind ?? [])];
  return {
    ...second,
    ...(leftBehind.length > 0 && { leftBehind }),
    steps: [...first.steps, ...second.steps],
  };
}

async function tryOnce(target: AnyTarget, body: () => Promise<void>): Promise<Attempt> {
  const log = target.begin();
  const judged = await judge(body, target.redactor);
  const duration = log.now();
  const leftBehind = (await target.end()).map((line) => target.redactor.text(line));
  const exchanges = log.exchanges();
  const finding = judged.outcome === 'pass' ? judged : untriedWhereDisabled(judged, exchanges);
  if (finding.outcome !== 'pass') target.forgetSessions();
  return {
    ...finding,
    ...(leftBehind.length > 0 && { leftBehind }),
    duration,
    exchanges,
    steps: log.steps(),
  };
}

/** What fails after a client was refused as disabled could not be tried. */
function untriedWhereDisabled(judged: Finding, exchanges: readonly Exchange[]): Finding {
  const client = disabledClient(exchanges);
  if (client === undefined) return judged;
  return { outcome: 'not verified', cause: `needs ${client} among netapi_enable_clients` };
}

/** What the end of a body says: about the target, about what could be tried, or about the suite. */
async function judge(body: () => Promise<void>, redactor: Redactor): Promise<Finding> {
  try {
    await body();
    return { outcome: 'pass' };
  } catch (error) {
    if (error instanceof NotVerified)
      return { outcome: 'not verified', cause: redactor.text(error.message) };
    const failure = redacted(failureOf(error), redactor);
    if (isVerdict(error)) return { outcome: 'fail', failure };
    return { outcome: 'harness error', cause: failure.message, failure };
  }
}

function redacted({ message, expected, actual, location }: Failure, redactor: Redactor): Failure {
  return {
    message: redactor.text(message),
    ...(expected !== undefined && { expected: redactor.text(expected) }),
    ...(actual !== undefined && { actual: redactor.text(actual) }),
    ...(location !== undefined && { location }),
  };
}

import { repr, str } from '../../../../python/repr.ts';
import { isDict, type PyDict, type PyValue } from '../../../../python/value.ts';

/** How often a state is tried until it has a result, and how far apart, in seconds. */
export interface Retry {
  readonly until: boolean;
  readonly attempts: number;
  readonly interval: number;
  readonly splay: number;
}

const STANDARD: Retry = { until: true, attempts: 2, interval: 30, splay: 0 };

/**
 * What a chunk says under `retry`; the standard stands for what it does not say, or says wrong
 * (state.py verify_retry_data, 3006.28 to 3008.3).
 */
export function retryOf(low: PyDict): Retry | undefined {
  const told = low.get('retry');
  if (told === undefined || low.has('parallel')) return undefined;
  if (told === false) return { ...STANDARD, attempts: 0 };
  if (!isDict(told)) return STANDARD;
  const until = told.get('until');
  return {
    until: typeof until === 'boolean' ? until : STANDARD.until,
    attempts: whole(told, 'attempts'),
    interval: whole(told, 'interval'),
    splay: whole(told, 'splay'),
  };
}

/** What a test run says of the attempts that it does not make. */
export function wouldRetry(comment: PyValue, retry: Retry): string {
  const every = `every ${retry.interval} seconds (with a splay of up to ${retry.splay} seconds)`;
  const until = `a maximum of ${retry.attempts} times or until a result of ${repr(retry.until)} is returned`;
  return `${str(comment)}  The state would be retried ${every} ${until}`;
}

/** The comment of a later attempt, with what came of the one before. */
export function attemptComment(attempt: number, before: PyDict, after: PyDict): string {
  const [result, said] = [before.get('result'), before.get('comment')].map((value) =>
    str(value ?? null),
  );
  const first = `Attempt ${attempt}: Returned a result of "${result}", with the following comment: "${said}"`;
  return `${first}\n${str(after.get('comment') ?? '')}`;
}

function whole(told: PyDict, name: 'attempts' | 'interval' | 'splay'): number {
  const value = told.get(name);
  return typeof value === 'number' && Number.isInteger(value) ? value : STANDARD[name];
}

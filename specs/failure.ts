import { stripVTControlCharacters } from 'node:util';
import type { Failure } from '../report/result.ts';
import { SchemaMismatch } from './schema-mismatch.ts';
import { NoReply } from './target/no-reply.ts';
import { RpcFailure } from './target/raas/rpc-failure.ts';

/** What an `expect` that did not hold carries. */
interface MatcherResult {
  readonly expected?: unknown;
  readonly actual?: unknown;
}

/** Whether an error speaks about the target, not about the suite. */
export function isVerdict(error: unknown): boolean {
  return (
    error instanceof SchemaMismatch ||
    error instanceof NoReply ||
    error instanceof RpcFailure ||
    matcherResultOf(error) !== undefined ||
    isWrongKind(error)
  );
}

/**
 * Whether an `expect` was given what it cannot compare: nothing where a header should be, say. It
 * carries no result then; a wrong expectation, the suite's own fault, is told in other words.
 */
function isWrongKind(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^expect\(.*\n\nMatcher error: received value must/.test(
      stripVTControlCharacters(error.message),
    )
  );
}

/** An error in short: its message without colours, what was expected and seen, and where. */
export function failureOf(error: unknown): Failure {
  const text = error instanceof Error ? error.message : String(error);
  const result = matcherResultOf(error);
  const location = error instanceof Error ? placeOf(error.stack ?? '') : undefined;
  return {
    message: stripVTControlCharacters(text).slice(0, 2000),
    ...(result?.expected !== undefined && { expected: show(result.expected) }),
    ...(result !== undefined && { actual: show(result.actual) }),
    ...(location !== undefined && { location }),
  };
}

function matcherResultOf(error: unknown): MatcherResult | undefined {
  if (!(error instanceof Error) || !('matcherResult' in error)) return undefined;
  return error.matcherResult as MatcherResult;
}

function show(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))).slice(
    0,
    2000,
  );
}

/** The first place in the stack that is a specification. */
function placeOf(stack: string): string | undefined {
  return /(specs[\\/][^\s():]+\.spec\.[jt]s:\d+)/.exec(stack)?.[1];
}

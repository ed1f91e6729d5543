import { isDeepStrictEqual } from 'node:util';
import type { ObservedExchange, ObservedStep } from '../observed.ts';

/** What a requirement asks again and again until a job is done. */
const POLLED = /^GET \/jobs\b|"jobs\.(?:lookup_jid|list_job|list_jobs|active|exit_success)"/;

/**
 * Makes one of the same question asked several times with different answers: how often it takes
 * depends on how busy the machine is, and only the last answer says what Salt does.
 */
export function collapsePolls(steps: readonly ObservedStep[]): ObservedStep[] {
  // How many steps a stream is open beside would no longer be right.
  if (steps.some(({ kind }) => kind === 'stream')) return [...steps];
  return runsOf(steps).flatMap((run) => {
    const last = run.at(-1);
    const isSettled = run.every((step) => isDeepStrictEqual(step, last));
    return isSettled || last?.kind !== 'exchange' ? run : [{ ...last, polled: true as const }];
  });
}

/** The steps, those that ask the same one after another together. */
function runsOf(steps: readonly ObservedStep[]): ObservedStep[][] {
  const runs: ObservedStep[][] = [];
  for (const step of steps) {
    const run = runs.at(-1);
    if (run?.[0] !== undefined && isAskedAgain(run[0], step)) run.push(step);
    else runs.push([step]);
  }
  return runs;
}

function isAskedAgain(before: ObservedStep, step: ObservedStep): boolean {
  if (before.kind !== 'exchange' || step.kind !== 'exchange') return false;
  const question = questionOf(step);
  return POLLED.test(question) && questionOf(before) === question;
}

function questionOf({ request, headers, body }: ObservedExchange): string {
  return [request, ...headers, typeof body === 'string' ? body : JSON.stringify(body)].join('\n');
}

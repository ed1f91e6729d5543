import { exceptionsOf, type Exception } from './exceptions.ts';
import type { Pending } from './pending.ts';

/** One step that was compared. */
export interface ComparedStep {
  readonly id: string;
  /** From 1. */
  readonly step: number;
  /** Undefined where it is equal. */
  readonly difference?: string | undefined;
}

/** What came of replaying everything that was observed of one release. */
export interface Comparison {
  readonly release: string;
  readonly total: number;
  readonly equal: number;
  /** Steps that differ for a reason that stands among the exceptions. */
  readonly excepted: number;
  /** Steps that differ because the simulator does not do yet what they ask for. */
  readonly pending: number;
  /** Differences that nothing covers, and exceptions that nothing needs any more. */
  readonly objections: readonly string[];
}

/** Steps that are known to differ. */
export interface Known {
  readonly exceptions: readonly Exception[];
  readonly pending: Pending;
}

/** The least part of the steps that must be equal, pending ones aside, in per cent: exceptions are no way around it. */
const LEAST_EQUAL = 99.5;

/** Holds the steps of one release against what is known to differ. */
export function compare(
  release: string,
  steps: readonly ComparedStep[],
  { exceptions, pending }: Known,
): Comparison {
  const own = exceptionsOf(release, exceptions);
  const isExcepted = ({ id, step }: ComparedStep): boolean =>
    own.some((exception) => exception.id === id && exception.step === step);
  const isPending = ({ id, step }: ComparedStep): boolean =>
    pending[release]?.[id]?.includes(step) === true;
  const different = steps.filter(({ difference }) => difference !== undefined);
  const excepted = different.filter(isExcepted);
  const waiting = different.filter((step) => !isExcepted(step) && isPending(step));
  const unknown = different.filter((step) => !isExcepted(step) && !isPending(step));
  const idle = own.filter(
    ({ id, step }) => !excepted.some((other) => other.id === id && other.step === step),
  );
  const equal = steps.length - different.length;
  const share = (equal / Math.max(1, steps.length - waiting.length)) * 100;
  return {
    release,
    total: steps.length,
    equal,
    excepted: excepted.length,
    pending: waiting.length,
    objections: [
      ...unknown.map(({ id, step, difference }) => `${id} step ${step}: ${difference}`),
      ...idle.map(({ id, step }) => `${id} step ${step} is equal or gone: no exception any more`),
      ...(share < LEAST_EQUAL
        ? [`only ${share.toFixed(1)} % are equal, not ${LEAST_EQUAL} %`]
        : []),
    ],
  };
}

/** `observed 3008.3: 412 of 415 equal, 3 excepted` */
export function summaryOf({ release, total, equal, excepted, pending }: Comparison): string {
  const counts = { excepted, pending, different: total - equal - excepted - pending };
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  return [
    `observed ${release}: ${equal} of ${total} equal`,
    ...parts.map(([what, count]) => `${count} ${what}`),
  ].join(', ');
}

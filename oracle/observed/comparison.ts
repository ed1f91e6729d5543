import type { Exception } from './exceptions.ts';

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
  readonly excepted: number;
  /** Differences that no exception covers, and exceptions that nothing needs any more. */
  readonly objections: readonly string[];
}

/** The least part of the steps that must be equal, in per cent: exceptions are no way around it. */
export const LEAST_EQUAL = 99.5;

/** Holds the steps of one release against the exceptions. */
export function compare(
  release: string,
  steps: readonly ComparedStep[],
  exceptions: readonly Exception[],
): Comparison {
  const own = exceptions.filter(({ releases }) => releases.includes(release));
  const isExcepted = (step: ComparedStep): boolean =>
    own.some((exception) => exception.id === step.id && exception.step === step.step);
  const different = steps.filter(({ difference }) => difference !== undefined);
  const excepted = different.filter(isExcepted).length;
  const equal = steps.length - different.length;
  const unlisted = different
    .filter((step) => !isExcepted(step))
    .map(({ id, step, difference }) => `${id} step ${step}: ${difference}`);
  const idle = own
    .filter(({ id, step }) => !different.some((other) => other.id === id && other.step === step))
    .map(({ id, step }) => `${id} step ${step} is equal or gone; take it out of the exceptions`);
  const share = (equal / Math.max(1, steps.length)) * 100;
  const short =
    share < LEAST_EQUAL ? [`only ${share.toFixed(1)} % are equal, not ${LEAST_EQUAL} %`] : [];
  return {
    release,
    total: steps.length,
    equal,
    excepted,
    objections: [...unlisted, ...idle, ...short],
  };
}

/** `observed 3008.3: 412 of 415 equal, 3 excepted` */
export function summaryOf({ release, total, equal, excepted }: Comparison): string {
  const line = `observed ${release}: ${equal} of ${total} equal`;
  const different = total - equal - excepted;
  const parts = [excepted > 0 && `${excepted} excepted`, different > 0 && `${different} different`];
  return [line, ...parts.filter((part) => part !== false)].join(', ');
}

import type { PyDict } from '../../../../python/value.ts';

/**
 * Work that stops where a state has yet to come out, and goes on with its result: most states come
 * out at once, and then the whole of it is done at once.
 */
export type Steps<Result> = Generator<Promise<PyDict>, Result, PyDict>;

/** Does the work: its result, or a promise of it where it had to stop. */
export function walk<Result>(steps: Steps<Result>): Result | Promise<Result> {
  const step = steps.next();
  return step.done ? step.value : walkOn(steps, step.value);
}

async function walkOn<Result>(steps: Steps<Result>, first: Promise<PyDict>): Promise<Result> {
  let awaited = first;
  for (;;) {
    const step = await awaited.then(
      (result) => steps.next(result),
      (error: unknown) => steps.throw(error),
    );
    if (step.done) return step.value;
    awaited = step.value;
  }
}

import type { Found } from './find-difference.ts';

/** How a search for differences ended, as sentences; the request as JSON, so that every byte shows. */
export function describeFound({ runs, counterexample }: Found, seed: number): string {
  if (counterexample === undefined) return `${runs} requests (seed ${seed}): no reply differs.`;
  const { request, difference, path } = counterexample;
  return [
    `After ${runs} requests (seed ${seed}, path ${path}) a reply differs:`,
    JSON.stringify(request),
    difference,
  ].join('\n');
}

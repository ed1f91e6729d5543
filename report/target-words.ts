import { printable } from './printable.ts';
import type { JudgedApi, RunResult } from './result.ts';

/** Every API that a run judged. */
export function judgedApis({
  target,
  beside = [],
}: Pick<RunResult, 'target' | 'beside'>): JudgedApi[] {
  return [target, ...beside];
}

/** What was judged, in words: `cherrypy of Salt 3008`, `cherrypy of Salt 3008 and raas`. */
export function targetWords(result: Pick<RunResult, 'target' | 'beside'>): string {
  return judgedApis(result)
    .map(({ api, salt }) => (salt === undefined ? api : `${api} of Salt ${printable(salt)}`))
    .join(' and ');
}

/** Where it answered, in words. */
export function placeWords(result: Pick<RunResult, 'target' | 'beside'>): string {
  const urls = [...new Set(judgedApis(result).map(({ url }) => printable(url)))];
  return `${result.target.kind} at ${urls.join(' and ')}`;
}

import { str } from '../../../../python/repr.ts';
import { dict, isDict, isTruthy, type PyDict, type PyValue } from '../../../../python/value.ts';
import { tagOf } from '../high/compile-chunks.ts';
import { REQUISITE_KEYWORDS } from '../requisites/requisite-keywords.ts';
import { watching, type StateRun } from './state-run.ts';
import type { Steps } from './steps.ts';

/** Who listens to whom, each by module and by id or name. */
interface Listening {
  readonly listener: readonly [module: PyValue, name: PyValue];
  readonly to: PyValue;
}

/**
 * Has every state that listens to one with changes answer them, at the end of the run (state.py
 * call_listen, 3006.28 to 3008.3).
 */
export function* runListeners(run: StateRun, chunks: readonly PyDict[]): Steps<void> {
  const answers: PyDict[] = [];
  const unknown = new Map<string, PyDict>();
  const find = (module: PyValue, name: PyValue): PyDict[] => {
    const found = chunks.filter((chunk) => isCalled(chunk, module, name));
    if (found.length === 0) {
      const [kind, id] = [str(module), str(name)];
      unknown.set(`Listen_Error_|-listen_${id}_|-listen_${kind}_|-Listen_Error`, nowhere(kind, id));
    }
    return found;
  };
  for (const { listener, to } of chunks.flatMap(listeningOf)) {
    const [module, name] = isDict(to) ? ([...to][0] ?? []) : byName(chunks, to);
    if (module === undefined || name === undefined) continue;
    for (const chunk of find(module, name))
      if (isTruthy(run.running.get(tagOf(chunk))?.get('changes')))
        answers.push(...find(...listener).map(answering));
  }
  yield* run.runAll(answers);
  for (const [tag, failure] of unknown) run.running.set(tag, run.results.number(failure));
}

function listeningOf(chunk: PyDict): Listening[] {
  const [module = null, id = null] = ['state', '__id__'].map((key) => chunk.get(key));
  const own = listOf(chunk.get('listen')).map((to) => ({
    listener: [module, id] as const,
    to,
  }));
  const others = listOf(chunk.get('listen_in'))
    .filter(isDict)
    .flatMap((place) =>
      [...place].map(([kind, other]) => ({
        listener: [kind, other] as const,
        to: new Map([[module, id]]) as PyDict,
      })),
    );
  return [...own, ...others];
}

function listOf(value: PyValue | undefined): PyValue[] {
  return Array.isArray(value) ? value : [];
}

function isCalled(chunk: PyDict, module: PyValue, name: PyValue): boolean {
  return chunk.get('state') === module && [chunk.get('__id__'), chunk.get('name')].includes(name);
}

function byName(chunks: readonly PyDict[], name: PyValue): PyValue[] {
  const found = chunks.findLast(
    (chunk) => chunk.get('__id__') === name || chunk.get('name') === name,
  );
  return found === undefined ? [] : [found.get('state') ?? null, found.get('__id__') ?? null];
}

function answering(chunk: PyDict): PyDict {
  const answer = watching(chunk);
  answer.set('__id__', `listener_${str(chunk.get('__id__') ?? null)}`);
  for (const key of REQUISITE_KEYWORDS) answer.delete(key);
  return answer;
}

function nowhere(kind: string, name: string): PyDict {
  return dict({
    comment: `Referenced state ${kind}: ${name} does not exist`,
    name: `listen_${kind}:${name}`,
    result: false,
    changes: new Map(),
  });
}

import { str } from '../../../../python/repr.ts';
import {
  copyOf,
  isDict,
  type PyDict,
  type PyScalar,
  type PyValue,
} from '../../../../python/value.ts';
import { isInternal, statesOf } from './declarations.ts';

/** What high data says of its files, which every chunk of low data says too. */
const ORIGIN = ['__sls__', '__env__', '__sls_included_from__'] as const;

/**
 * The chunks of low data that high data comes to, not yet in order; one for each name of `names`
 * (state.py compile_high_data, 3006.28 to 3008.3).
 */
export function compileChunks(high: PyDict): PyDict[] {
  return [...high].flatMap(([id, body]) =>
    isInternal(id) || !isDict(body)
      ? []
      : statesOf(body).flatMap(([module, run]) =>
          chunksOf(id, body, module, Array.isArray(run) ? run : []),
        ),
  );
}

function chunksOf(id: PyScalar, body: PyDict, module: PyScalar, run: readonly PyValue[]): PyDict[] {
  const chunk: PyDict = new Map<PyScalar, PyValue>([
    ['state', module],
    ['name', id],
  ]);
  for (const key of ORIGIN) if (body.has(key)) chunk.set(key, body.get(key) ?? null);
  chunk.set('__id__', id);
  const names: PyValue[] = [];
  for (const arg of run.filter(isDict))
    for (const [key, value] of arg) {
      if (key !== 'names') chunk.set(key, value);
      else if (Array.isArray(value)) names.push(...value.filter((name) => !names.includes(name)));
    }
  const fun = run.findLast((arg) => typeof arg === 'string');
  if (fun === undefined) return [];
  const made = names.length === 0 ? [copy(chunk)] : names.map((name, at) => named(chunk, name, at));
  return made.map((one) => one.set('fun', fun));
}

/** A name may come with arguments of its own. */
function named(chunk: PyDict, entry: PyValue, at: number): PyDict {
  const live = copy(chunk);
  const [name, own = []] = isDict(entry) ? ([...entry][0] ?? ['']) : [entry];
  live.set('name', name);
  for (const arg of Array.isArray(own) ? own.filter(isDict) : [])
    for (const [key, value] of arg) live.set(key, value);
  return live.set('name_order', at + 1);
}

function copy(chunk: PyDict): PyDict {
  return copyOf(chunk) as PyDict;
}

/** What a chunk is known by during a run, and in what the run returns. */
export function tagOf(low: PyDict): string {
  return ['state', '__id__', 'name', 'fun'].map((key) => str(low.get(key) ?? null)).join('_|-');
}

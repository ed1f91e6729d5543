import type { Master } from '../../../master/master.ts';
import { iterate } from '../../../python/iterate.ts';
import { PyException } from '../../../python/exception.ts';
import { typeName } from '../../../python/type-name.ts';
import { isDict, type PyDict, type PyValue } from '../../../python/value.ts';

/** What chunks returned, one after the other. */
export interface Returns {
  readonly values: readonly PyValue[];
  /** Whether a generator is among them, which JSON has no word for. */
  readonly hasGenerator: boolean;
}

/**
 * Runs the chunks of low data in their order; the first that fails ends the request, and what the
 * others returned is lost (rest-tornado-wsgi §7.3).
 *
 * Low data that is no list is iterated all the same: a dict's keys, a text's characters. What
 * local_batch returns is a generator that nobody asks for its first value, so nothing runs.
 */
export async function runLowstate(master: Master, lowstate: PyValue): Promise<Returns> {
  const values: PyValue[] = [];
  let hasGenerator = false;
  for (const chunk of iterate(lowstate)) {
    if (master.admit(expectDict(chunk)) === 'local_batch') hasGenerator = true;
    else values.push(...(await master.run(expectDict(chunk))));
  }
  return { values, hasGenerator };
}

/** @throws PyException in Python's words, which go out to the client */
function expectDict(chunk: PyValue): PyDict {
  if (isDict(chunk)) return chunk;
  throw new PyException(`'${typeName(chunk)}' object has no attribute 'get'`);
}

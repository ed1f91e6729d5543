import type {
  ScriptedAnswer,
  ScriptedOutcome,
  ScriptedRule,
} from '../master/answers/scripted-rule.ts';
import { PyException } from '../python/exception.ts';
import { carried } from '../python/msgpack.ts';
import { getOr, isDict, PyFloat, type PyDict, type PyValue } from '../python/value.ts';
import { InputError } from './input-error.ts';

/**
 * Makes rules of the `answers` of a document that fits the schema of fleets.
 *
 * @throws InputError for a return that Salt could not carry
 */
export function scriptedRules(document: PyDict): ScriptedRule[] {
  const rules = (document.get('answers') ?? []) as PyDict[];
  return rules.map((fields, at) => readRule(fields, `answers.${at}`));
}

function readRule(fields: PyDict, place: string): ScriptedRule {
  const times = fields.get('times');
  const sequence = fields.get('sequence') as PyDict[] | undefined;
  return {
    fun: fields.get('fun') as string,
    minions: [getOr(fields, 'minions', '*')].flat() as string[],
    arg: (fields.get('arg') ?? []) as PyValue[],
    kwarg: (fields.get('kwarg') ?? new Map()) as PyDict,
    sequence: sequence?.map((answer, at) => readAnswer(answer, `${place}.sequence.${at}`)) ?? [
      readAnswer(fields, place),
    ],
    ...(times !== undefined && { times: numberOf(times) }),
  };
}

function readAnswer(fields: PyDict, place: string): ScriptedAnswer {
  return { delay: numberOf(fields.get('delay') ?? 0), outcome: readOutcome(fields, place) };
}

function readOutcome(fields: PyDict, place: string): ScriptedOutcome {
  if (fields.get('no_return') === true) return { how: 'no return' };
  const exception = fields.get('exception');
  if (exception !== undefined) {
    const { kind, message } = readException(exception);
    return { how: 'exception', kind, message: carriable(message, `${place}.exception`) as string };
  }
  const value = fields.get('return');
  if (value === undefined) return { how: 'built-in' };
  const retcode = numberOf(fields.get('retcode') ?? 0);
  return { how: 'return', value: carriable(value, `${place}.return`), retcode };
}

function readException(exception: PyValue): { kind: string; message: string } {
  const kind = 'CommandExecutionError';
  if (!isDict(exception)) return { kind, message: exception as string };
  return {
    kind: getOr(exception, 'kind', kind) as string,
    message: exception.get('message') as string,
  };
}

function carriable(value: PyValue, place: string): PyValue {
  try {
    return carried(value);
  } catch (cause) {
    if (!(cause instanceof PyException)) throw cause;
    throw new InputError(
      `The text of ${place} has half of a surrogate pair, which no minion can return.`,
      { cause },
    );
  }
}

function numberOf(value: PyValue): number {
  return value instanceof PyFloat ? value.value : Number(value);
}

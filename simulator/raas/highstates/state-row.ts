import { str } from '../../python/repr.ts';
import { isDict, PyFloat, type PyDict, type PyValue } from '../../python/value.ts';
import { isHighstate } from '../commands/command.ts';
import { isObject, toJson, type JsonObject } from '../json.ts';
import type { Returns } from '../returns/returns.ts';
import { callOf } from '../returns/call-of.ts';
import type { StoredReturn } from '../returns/stored-return.ts';

/** What one state came to in one highstate of one minion. */
export interface StateRow {
  readonly master_uuid: string;
  readonly master_id: string;
  readonly minion_id: string;
  readonly jid: string;
  readonly saltenv: string;
  /** The whole name: `test_|-site_|-/srv/site_|-succeed_with_changes`. */
  readonly state: string;
  readonly sls: string;
  readonly run_num: number;
  /** Null for what a trial would change. */
  readonly result: boolean | null;
  /** In milliseconds. */
  readonly duration: number;
  readonly changes: JsonObject;
  readonly num_changes: number;
  readonly comment: string;
  readonly isTest: boolean;
  /** When it was returned, an ISO time. */
  readonly stamp: string;
}

/** The states of every highstate that returned, oldest job first. */
export function stateRows(returns: Returns): StateRow[] {
  return returns.all().flatMap(rowsOf);
}

function rowsOf(stored: StoredReturn): StateRow[] {
  const call = callOf(stored);
  const states = stored.value;
  if (!isDict(states) || !isHighstate(stored.fun, call)) return [];
  const { master, minion_id, jid } = stored;
  const { saltenv, test } = call.kwarg;
  return [...states].flatMap(([name, result]) =>
    isDict(result)
      ? {
          master_uuid: master.uuid,
          master_id: master.master_id,
          minion_id,
          jid,
          saltenv: typeof saltenv === 'string' ? saltenv : 'base',
          state: str(name),
          ...resultOf(result),
          isTest: test === true,
          stamp: stored.stamp,
        }
      : [],
  );
}

function resultOf(state: PyDict) {
  const result = state.get('result');
  const changes = toJson(state.get('changes') ?? null);
  const shown = isObject(changes) ? changes : {};
  return {
    sls: str(state.get('__sls__') ?? ''),
    run_num: numberOf(state.get('__run_num__')),
    result: typeof result === 'boolean' ? result : null,
    duration: numberOf(state.get('duration')),
    changes: shown,
    num_changes: Object.keys(shown).length,
    comment: str(state.get('comment') ?? ''),
  };
}

function numberOf(value: PyValue | undefined): number {
  return Number(value instanceof PyFloat ? value.value : (value ?? 0));
}

import { str } from '../../python/repr.ts';
import { isDict, type PyDict, type PyValue } from '../../python/value.ts';
import { isObject, toJson, type Json, type JsonObject } from '../json.ts';
import type { AttachedMaster } from '../masters/attached-master.ts';

/** A return as the plugin's returner stored it; no dict, since a great many are kept. */
export interface StoredReturn {
  readonly jid: string;
  readonly master: AttachedMaster;
  /** The minion, or the master itself for what ran there. */
  readonly minion_id: string;
  /** The function; several, of a compound call, joined by commas. */
  readonly fun: string;
  readonly args: PyValue;
  readonly value: PyValue;
  /** Of a compound call one by function. */
  readonly retcode: PyValue;
  /** Of a compound call one by function. */
  readonly success: PyValue;
  /** Whom the master knows as the one who gave the job. */
  readonly user: string;
  /** When it came, an ISO time in UTC without a zone. */
  readonly stamp: string;
}

/** A return as the event told of it. */
export function storedReturn(
  place: Pick<StoredReturn, 'jid' | 'master' | 'minion_id'>,
  data: PyDict,
): StoredReturn {
  const fun = data.get('fun') ?? '';
  return {
    ...place,
    fun: Array.isArray(fun) ? fun.map(str).join(',') : str(fun),
    args: data.get('fun_args') ?? null,
    value: data.get('return') ?? null,
    retcode: data.get('retcode') ?? 0,
    success: data.get('success') ?? null,
    user: str(data.get('user') ?? ''),
    stamp: str(data.get('_stamp') ?? '').replace(/\+00:00$/, ''),
  };
}

/** What the function was called with. */
export function argsOf({ args }: StoredReturn): readonly Json[] {
  return Array.isArray(args) ? (toJson(args) as readonly Json[]) : [];
}

/** Whether it failed: it was no success, or its retcode is not 0; of a compound call, in any part. */
export function hasErrors({ retcode, success }: StoredReturn): boolean {
  return (
    partsOf(retcode).some((code) => code !== 0) || partsOf(success).some((part) => part === false)
  );
}

function partsOf(value: PyValue): PyValue[] {
  return isDict(value) ? [...value.values()] : [value];
}

/** A whole return (raas §7). */
export interface FullReturn {
  readonly _stamp: string;
  readonly cmd: '_return';
  readonly fun: string;
  readonly fun_args: Json[];
  readonly id: string;
  readonly jid: string;
  readonly master_id: string;
  /** Of a compound call one by function. */
  readonly retcode: number | JsonObject;
  readonly return: Json;
  /** Of a compound call one by function. */
  readonly success: boolean | JsonObject | null;
}

/** The whole return, as `full_ret` shows it. */
export function fullReturn(stored: StoredReturn): FullReturn {
  const { jid, master, minion_id, fun, stamp } = stored;
  const retcode = toJson(stored.retcode);
  const success = toJson(stored.success);
  return {
    _stamp: stamp,
    cmd: '_return',
    fun,
    fun_args: [...argsOf(stored)],
    id: minion_id,
    jid,
    master_id: master.master_id,
    retcode: isObject(retcode) ? retcode : Number(retcode),
    return: toJson(stored.value),
    success: isObject(success) || typeof success === 'boolean' ? success : null,
  };
}

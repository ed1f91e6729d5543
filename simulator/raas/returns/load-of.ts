import { toJson, type JsonObject } from '../json.ts';
import type { StoredLoad } from './returns.ts';

/** What a master published, as the returner stored it: the data of its event, without the stamp. */
export function loadOf({ jid, fields }: StoredLoad): JsonObject {
  const known = fields.filter(([name]) => name !== '_stamp' && name !== 'jid');
  return { jid, ...(toJson(new Map(known)) as JsonObject) };
}

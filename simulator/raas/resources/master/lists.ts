import { isoformat } from '../../../python/datetime.ts';
import {
  lastSeenOf,
  masterPresence,
  saltVersionOf,
  type KnownMaster,
} from '../../masters/known-master.ts';
import type { Presence } from '../../masters/heartbeat.ts';
import type { MasterKeyState } from '../../masters/master-keys.ts';
import { pluginStatus } from '../../masters/plugin-state.ts';
import { holds, pageOf } from '../../paging.ts';
import type { Raas } from '../../raas.ts';
import type { Resource } from '../../rpc/resource.ts';

/** A master as `get_master_details` lists it. */
interface Details {
  readonly master_id: string;
  readonly state: MasterKeyState;
  readonly cluster_id: string;
  readonly salt_version: string;
  readonly plugin_version: string;
  readonly plugin_status: string;
  readonly last_update_jid: string | null;
  readonly presence_status: Presence;
}

/** The masters that there are, and those that have shown a key and are not let in yet. */
export const getMasterDetails: Resource<'master'>['get_master_details'] = ({ raas, args }) => {
  const now = raas.clock.now();
  const { keys } = raas.knownMasters;
  const states = new Map(keys.list().map(({ master_id, state }) => [master_id, state]));
  const known = raas.knownMasters.list();
  const strangers = [...states].filter(([id]) => raas.knownMasters.get(id) === undefined);
  const rows = [
    // One that was saved by a user, without a key of its own, is let in by that user's credentials.
    ...known.map((one) => detailsOf(one, states.get(one.master_id) ?? 'accepted', now)),
    ...strangers.map(([master_id, state]) => strangerDetails(master_id, state)),
  ];
  const lastSeen = new Map(known.map((one) => [one.master_id, lastSeenOf(one, now)]));
  const found = rows
    .filter(({ master_id }) => holds(master_id, args.master_id))
    .filter(({ cluster_id }) => holds(cluster_id, args.cluster_id))
    .filter(({ state }) => args.state === null || state === args.state)
    .filter(({ presence_status: it }) => args.status === null || it === args.status)
    .filter(({ plugin_status: it }) => args.plugin_status?.includes(it) ?? true)
    .filter(({ plugin_version }) => holds(plugin_version, args.plugin_version))
    .filter(({ salt_version }) => holds(salt_version, args.salt_version));
  return pageOf(found, args, (row, name) => {
    if (name === 'last_seen') return lastSeen.get(row.master_id) ?? 0;
    return name === 'status' ? row.presence_status : row[name as keyof Details];
  });
};

function detailsOf(known: KnownMaster, state: MasterKeyState, now: number): Details {
  const { master_id, cluster_id, plugin } = known;
  return {
    master_id,
    state,
    cluster_id,
    salt_version: saltVersionOf(known),
    plugin_version: plugin.version,
    plugin_status: pluginStatus(plugin, now),
    last_update_jid: plugin.last_update_jid,
    presence_status: masterPresence(known, now),
  };
}

function strangerDetails(master_id: string, state: MasterKeyState): Details {
  return {
    master_id,
    state,
    cluster_id: '',
    salt_version: '',
    plugin_version: '',
    plugin_status: 'cannot_update_reason_unknown',
    last_update_jid: null,
    presence_status: 'unknown',
  };
}

/** A master with whether and when it was seen. */
export interface Seen {
  readonly uuid: string;
  readonly master_id: string;
  readonly cluster_id: string;
  readonly last_seen: string;
  readonly status: Presence;
}

/** When each master was last seen, and whether it is there. */
export function seenMasters(raas: Raas): Seen[] {
  const now = raas.clock.now();
  return raas.knownMasters.list().map((known) => ({
    uuid: known.uuid,
    master_id: known.master_id,
    cluster_id: known.cluster_id,
    last_seen: isoformat(lastSeenOf(known, now)),
    status: masterPresence(known, now),
  }));
}

/** The masters with when they were last seen. */
export const getMasterPresence: Resource<'master'>['get_master_presence'] = ({ raas, args }) => {
  const found = seenMasters(raas)
    .filter(({ master_id }) => holds(master_id, args.master_id))
    .filter(({ cluster_id }) => holds(cluster_id, args.cluster_id))
    .filter(({ status }) => args.status === null || status === args.status);
  return pageOf(found, args, (row, name) => row[name as keyof Seen]);
};

import { MICROSECONDS } from '../../master/clock.ts';
import { RAAS_VERSION } from '../raas-version.ts';

/** What can be told of a master's plugin (raas-methods, master.set_plugin_status). */
export type PluginStatus =
  | 'up_to_date'
  | 'needs_update'
  | 'cannot_update_disconnected'
  | 'cannot_update_plugin_old'
  | 'cannot_update_salt_old'
  | 'cannot_update_reason_unknown'
  | 'upgrading'
  | 'restarting'
  | 'upgrade_failed'
  | 'rollback_failed_disconnected';

/** The plugin of a master. */
export interface PluginState {
  /** Empty where the master has not told. */
  version: string;
  /** As it was last set; `pluginStatus` tells what has become of it. */
  status: PluginStatus;
  last_update_jid: string | null;
  log_messages: string | null;
  /** When an update began that is under way, in microseconds. */
  updating: number | undefined;
}

/** Seconds that an update takes, and that the master takes to restart then. Our choice. */
const UPGRADE_SECONDS = 20;
const RESTART_SECONDS = 10;

/** The plugin of a master whose plugin is this RaaS's own. */
export function currentPlugin(): PluginState {
  return { ...unknownPlugin(), version: RAAS_VERSION, status: 'up_to_date' };
}

/** The plugin of a master that has told nothing of it. */
export function unknownPlugin(): PluginState {
  return {
    version: '',
    status: 'cannot_update_reason_unknown',
    last_update_jid: null,
    log_messages: null,
    updating: undefined,
  };
}

/** The state of a plugin now: an update upgrades it, restarts it, and is over. */
export function pluginStatus({ status, updating }: PluginState, now: number): PluginStatus {
  if (updating === undefined) return status;
  const seconds = (now - updating) / MICROSECONDS;
  if (seconds < UPGRADE_SECONDS) return 'upgrading';
  return seconds < UPGRADE_SECONDS + RESTART_SECONDS ? 'restarting' : 'up_to_date';
}

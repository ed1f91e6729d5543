import type { ServiceState } from './service-state.ts';

/**
 * What a fleet file says of a minion's machine, laid over what every machine has; null takes
 * something away that every machine has.
 */
export interface MachineSettings {
  /** Contents by path. */
  readonly files: ReadonlyMap<string, string | null>;
  readonly services: ReadonlyMap<string, ServiceState | null>;
  /** Versions by name. */
  readonly packages: ReadonlyMap<string, string | null>;
  readonly users: ReadonlyMap<string, UserSettings>;
  readonly groups: ReadonlyMap<string, GroupSettings>;
}

/** What may be said of a user; the rest is chosen as `useradd` chooses it. */
export interface UserSettings {
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  readonly fullname: string | undefined;
  readonly home: string | undefined;
  readonly shell: string | undefined;
  readonly groups: readonly string[];
}

/** What may be said of a group. */
export interface GroupSettings {
  readonly gid: number | undefined;
  readonly members: readonly string[];
}

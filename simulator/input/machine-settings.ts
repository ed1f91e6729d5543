import type {
  GroupSettings,
  MachineSettings,
  UserSettings,
} from '../master/minion/machine-settings.ts';
import type { ServiceState } from '../master/minion/service-state.ts';
import { str } from '../python/repr.ts';
import { isDict, type PyDict, type PyValue } from '../python/value.ts';

/** What a fleet file says of a minion's machine; undefined where it says nothing, as for most of a large fleet. */
export function machineSettings(fields: PyDict): MachineSettings | undefined {
  const sections = ['files', 'services', 'packages', 'users', 'groups'];
  if (!sections.some((name) => fields.has(name))) return undefined;
  return {
    files: byName(fields, 'files', (content) => (content === null ? null : str(content))),
    services: byName(fields, 'services', readService),
    packages: byName(fields, 'packages', (version) => (version === null ? null : str(version))),
    users: byName(fields, 'users', readUser),
    groups: byName(fields, 'groups', readGroup),
  };
}

function byName<Value>(
  fields: PyDict,
  section: string,
  read: (value: PyValue) => Value,
): ReadonlyMap<string, Value> {
  const entries = fields.get(section);
  return new Map(
    isDict(entries) ? [...entries].map(([name, value]) => [str(name), read(value)]) : [],
  );
}

/** A service runs, and starts at boot if it runs, unless the file says otherwise. */
function readService(value: PyValue): ServiceState | null {
  if (!isDict(value)) return null;
  const running = value.get('running') !== false;
  const enabled = value.get('enabled') ?? running;
  return { running, enabled: enabled === true };
}

function readUser(value: PyValue): UserSettings {
  const fields: PyDict = isDict(value) ? value : new Map();
  return {
    uid: numberAt(fields, 'uid'),
    gid: numberAt(fields, 'gid'),
    fullname: textAt(fields, 'fullname'),
    home: textAt(fields, 'home'),
    shell: textAt(fields, 'shell'),
    groups: textsAt(fields, 'groups'),
  };
}

function readGroup(value: PyValue): GroupSettings {
  const fields: PyDict = isDict(value) ? value : new Map();
  return { gid: numberAt(fields, 'gid'), members: textsAt(fields, 'members') };
}

function numberAt(fields: PyDict, key: string): number | undefined {
  const value = fields.get(key);
  return typeof value === 'number' ? value : undefined;
}

function textAt(fields: PyDict, key: string): string | undefined {
  const value = fields.get(key);
  return typeof value === 'string' ? value : undefined;
}

function textsAt(fields: PyDict, key: string): string[] {
  const value = fields.get(key);
  return Array.isArray(value) ? value.map(str) : [];
}

import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { unifiedDiff } from '../../python/unified-diff.ts';
import { dict, isDict, isTruthy, type PyDict, type PyValue } from '../../python/value.ts';
import { dumpYaml } from '../../python/yaml/dump.ts';
import { isTest } from './arguments/is-test.ts';
import type { ExecutionCall, ExecutionFunction, ExecutionModule } from './function.ts';

const KWARGS = { kwargs: true };

/**
 * The `beacons` module: what a minion watches (Salt, modules.beacons; seen on 3006.28, 3007.15 and
 * 3008.3).
 */
export const beacons: ExecutionModule = {
  list: {
    signature: signature(
      'list_',
      [],
      { return_yaml: true, include_pillar: true, include_opts: true },
      KWARGS,
    ),
    doc: 'Answers the beacons of the minion, as YAML unless told otherwise.',
    run: (call) => {
      const shown: PyDict = isTruthy(argument(call, 'include_opts'))
        ? call.memory.beacons
        : new Map();
      return isTruthy(argument(call, 'return_yaml')) ? dumpYaml(dict({ beacons: shown })) : shown;
    },
  },
  list_available: {
    signature: signature('list_available', [], { return_yaml: true }, KWARGS),
    doc: 'Answers the names of the beacons that there are, as YAML unless told otherwise.',
    run: (call) => {
      const names = [...call.master.profile.beacons];
      return isTruthy(argument(call, 'return_yaml')) ? dumpYaml(dict({ beacons: names })) : names;
    },
  },
  add: {
    signature: signature('add', ['name', 'beacon_data'], {}, KWARGS),
    doc: 'Adds a beacon, whatever it is to watch.',
    run: add,
  },
  modify: {
    signature: signature('modify', ['name', 'beacon_data'], {}, KWARGS),
    doc: 'Changes a beacon.',
    run: modify,
  },
  delete: {
    signature: signature('delete', ['name'], {}, KWARGS),
    doc: 'Takes a beacon away; says that it did where there was none.',
    run: (call) => {
      const name = nameOf(call);
      if (isTest(call)) return answer(`Beacon: ${name} would be deleted.`, true);
      call.memory.beacons.delete(name);
      return answer(`Deleted beacon: ${name}.`, true);
    },
  },
  enable_beacon: switching('enable_beacon', true),
  disable_beacon: switching('disable_beacon', false),
  enable: switchingAll('enable', true),
  disable: switchingAll('disable', false),
  reset: {
    signature: signature('reset', [], {}, KWARGS),
    doc: 'Takes all beacons away.',
    run: (call) => {
      if (isTest(call)) return answer('Beacons would be reset.', true);
      call.memory.beacons.clear();
      return answer('Beacon configuration reset.', true);
    },
  },
  save: {
    signature: signature('save', [], {}, KWARGS),
    doc: 'Says that the beacons are saved.',
    run: () => answer('Beacons saved to /etc/salt/minion.d/beacons.conf.', true),
  },
};

function nameOf(call: ExecutionCall): string {
  return str(argument(call, 'name'));
}

function answer(comment: string, result: boolean): PyDict {
  return dict({ comment, result });
}

function add(call: ExecutionCall): PyDict {
  const name = nameOf(call);
  const { beacons: kept } = call.memory;
  if (kept.has(name)) return answer(`Beacon ${name} is already configured.`, true);
  const kind = kindOf(name, argument(call, 'beacon_data'));
  if (!call.master.profile.beacons.includes(kind))
    return answer(`Beacon "${kind}" is not available.`, false);
  const wrong = wrongSettings(kind, argument(call, 'beacon_data'));
  if (wrong !== undefined)
    return answer(`Beacon ${name} configuration invalid, not adding.\n${wrong}`, false);
  if (isTest(call)) return answer(`Beacon: ${name} would be added.`, true);
  kept.set(name, argument(call, 'beacon_data'));
  call.master.minions.wake(call.minion);
  return answer(`Added beacon: ${name}.`, true);
}

/** What a beacon misses among its settings. */
function wrongSettings(kind: string, data: PyValue): string | undefined {
  const has = (key: string): boolean =>
    Array.isArray(data) && data.some((setting) => isDict(setting) && setting.has(key));
  if (kind === 'load' && !has('averages'))
    return 'Averages configuration is required for load beacon.';
  if (kind === 'service' && !has('services'))
    return 'Configuration for service beacon requires services.';
  return undefined;
}

/** A beacon may run under another name than its module's, which `beacon_module` then gives. */
function kindOf(name: string, data: PyValue): string {
  const settings = Array.isArray(data) ? data : [data];
  const modules = settings.flatMap((setting) =>
    isDict(setting) ? [setting.get('beacon_module') ?? null] : [],
  );
  const named = modules.find((module) => typeof module === 'string');
  return named ?? name;
}

function modify(call: ExecutionCall): PyDict {
  const name = nameOf(call);
  const { beacons: kept } = call.memory;
  const old = kept.get(name);
  if (old === undefined) return answer(`Beacon ${name} is not configured.`, true);
  const data = argument(call, 'beacon_data');
  if (dumpYaml(old) === dumpYaml(data)) return answer(`Job ${name} in correct state`, true);
  if (isTest(call)) return answer(`Beacon: ${name} would be modified.`, true);
  kept.set(name, data);
  call.master.minions.wake(call.minion);
  const diff = unifiedDiff(linesOf(old), linesOf(data));
  return answer(`Modified beacon: ${name}.`, true).set('changes', dict({ diff }));
}

/** The settings of a beacon, a line each, as its changes are shown. */
function linesOf(data: PyValue): string[] {
  const settings = Array.isArray(data) ? data : [data];
  return settings
    .filter(isDict)
    .flatMap((setting) => [...setting].map(([key, value]) => `${str(key)}:${str(value)}\n`));
}

/** That a beacon is off stands among its settings; that it is on goes without saying. */
function switching(name: string, to: boolean): ExecutionFunction {
  const word = to ? 'enabled' : 'disabled';
  return {
    signature: signature(name, ['name'], {}, KWARGS),
    doc: `Has a beacon be ${word}.`,
    run: (call) => {
      const asked = nameOf(call);
      if (isTest(call)) return answer(`Beacon${to ? ` ${asked}` : 's'} would be ${word}.`, true);
      const settings = call.memory.beacons.get(asked);
      if (settings === undefined)
        return answer(`Beacon ${asked} is not currently configured.`, false);
      if (Array.isArray(settings)) call.memory.beacons.set(asked, switched(settings, to));
      call.master.minions.wake(call.minion);
      return answer(`${to ? 'Enabled' : 'Disabled'} beacon ${asked} on minion.`, true);
    },
  };
}

function switched(settings: readonly PyValue[], to: boolean): PyValue[] {
  const rest = settings.filter((setting) => !isDict(setting) || !setting.has('enabled'));
  return to ? rest : [...rest, new Map([['enabled', false]])];
}

function switchingAll(name: string, to: boolean): ExecutionFunction {
  const word = to ? 'enabled' : 'disabled';
  return {
    signature: signature(name, [], {}, KWARGS),
    doc: `Has all beacons be ${word}.`,
    run: (call) => {
      if (isTest(call)) return answer(`Beacons would be ${word}.`, true);
      call.memory.beacons.set('enabled', to);
      call.master.minions.wake(call.minion);
      return answer(`${to ? 'Enabled' : 'Disabled'} beacons on minion.`, true);
    },
  };
}

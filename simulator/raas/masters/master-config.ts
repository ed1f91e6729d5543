import { isDict, type PyDict, type PyValue } from '../../python/value.ts';
import { dumpYaml } from '../../python/yaml/dump.ts';
import { loadYaml } from '../../python/yaml/load.ts';
import { YamlError } from '../../python/yaml/yaml-error.ts';
import { RpcError } from '../rpc/rpc-error.ts';

/**
 * What a text of YAML says, which has to be a mapping, or nothing at all.
 *
 * @throws RpcError where it is no YAML, or no mapping
 */
export function expectMapping(text: string): PyDict {
  const value = read(text);
  if (value === null) return new Map();
  if (isDict(value)) return value;
  throw refused('holds no mapping');
}

/**
 * The configuration with options added, or given other values: the text itself where there was
 * nothing before.
 *
 * @throws RpcError where the text is no YAML, or no mapping
 */
export function mergedYaml(old: string, added: string): string {
  const options = expectMapping(added);
  if (old === '') return added;
  return options.size === 0 ? old : dumpYaml(new Map([...expectMapping(old), ...options]));
}

function read(text: string): PyValue {
  try {
    return loadYaml(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    throw refused(`is no YAML at ${error.line}:${error.column}: ${error.message}`);
  }
}

function refused(fault: string): RpcError {
  return new RpcError('InvalidRequest', `The configuration cannot be used: it ${fault}.`, {
    config_yaml: fault,
  });
}

import { createRequire } from 'node:module';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type * as ajv from 'ajv/dist/2020.js';
import type { Json, JsonObject } from '../json.ts';
import { lenient } from './lenient.ts';
import type { MethodTable } from './method-table.ts';
import { RpcError } from './rpc-error.ts';

/**
 * The arguments of a call by name, held against what the method takes, defaults filled in (raas §4.1, §6).
 *
 * @throws RpcError with the faults by parameter: unknown, given twice, missing, of a wrong type or value
 */
export function bindArguments(
  method: MethodTable,
  positional: readonly Json[],
  named: JsonObject,
): JsonObject {
  const given = byName(method, positional, named);
  const faults = [...missing(method, given), ...misfits(method, given)];
  if (faults.length > 0) throw invalid(faults);
  return { ...defaultsOf(method), ...given };
}

/** What is wrong with a parameter. */
type Fault = readonly [parameter: string, fault: string];

function invalid(faults: readonly Fault[]): RpcError {
  const detail = new Map<string, string[]>();
  for (const [parameter, fault] of faults)
    detail.set(parameter, [...(detail.get(parameter) ?? []), fault]);
  const sentence = faults.map(([parameter, fault]) => `${parameter} ${fault}`).join('; ');
  return new RpcError(
    'InvalidRequest',
    `The arguments cannot be used: ${sentence}.`,
    Object.fromEntries(detail),
  );
}

function byName(
  { parameters, arguments: { properties } }: MethodTable,
  positional: readonly Json[],
  named: JsonObject,
): JsonObject {
  if (positional.length > parameters.length)
    throw new RpcError(
      'InvalidRequest',
      `There are ${positional.length} arguments by position, and no more than ${parameters.length} parameters.`,
    );
  const places = positional.map((value, at): [string, Json] => [parameters[at]?.[0] ?? '', value]);
  const twice = places.filter(([name]) => Object.hasOwn(named, name));
  if (twice.length > 0)
    throw invalid(twice.map(([name]) => [name, 'is given by position and by name']));
  const given = [...places, ...Object.entries(named)].map(([name, value]): [string, Json] => {
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return [name, schema === undefined ? value : lenient(value, schema)];
  });
  return Object.fromEntries(given);
}

/** Parameters that need a value and have none. The schemas do not require all that signatures do. */
function missing({ parameters, arguments: { properties } }: MethodTable, given: JsonObject) {
  return parameters
    .filter(
      ([name, ...standard]) =>
        standard.length === 0 &&
        properties[name]?.['default'] === undefined &&
        !Object.hasOwn(given, name),
    )
    .map(([name]): Fault => [name, 'is missing']);
}

/** What of the arguments the schema does not allow. A null is as good as none where that is the default. */
function misfits(method: MethodTable, given: JsonObject): Fault[] {
  const nulls = new Set(
    method.parameters.filter(([, standard]) => standard === null).map(([name]) => name),
  );
  const said = Object.entries(given).filter(([name, value]) => value !== null || !nulls.has(name));
  const validate = validatorOf(method);
  if (validate(Object.fromEntries(said))) return [];
  return (validate.errors ?? []).filter(isOwn).map(faultOf);
}

/** What is missing is told once, by the signature. */
function isOwn({ keyword, instancePath }: ErrorObject): boolean {
  return keyword !== 'required' || instancePath !== '';
}

function faultOf({ keyword, instancePath, params, message }: ErrorObject): Fault {
  const [parameter = '', ...path] = instancePath.split('/').slice(1).map(unescaped);
  const { additionalProperty, allowedValues } = params as {
    additionalProperty?: string;
    allowedValues?: readonly unknown[];
  };
  if (keyword === 'additionalProperties' && parameter === '')
    return [additionalProperty ?? '', 'is no parameter'];
  const where = path.length === 0 ? '' : `at ${path.join('.')} `;
  const which = [
    ...(additionalProperty === undefined ? [] : [`"${additionalProperty}"`]),
    ...(allowedValues ?? []).map((value) => JSON.stringify(value)),
  ].join(', ');
  return [parameter, `${where}${message ?? keyword}${which === '' ? '' : `: ${which}`}`];
}

function unescaped(pointer: string): string {
  return pointer.replaceAll('~1', '/').replaceAll('~0', '~');
}

function defaultsOf({ parameters, arguments: { properties } }: MethodTable): JsonObject {
  const entries = parameters.map(([name, standard]): [string, Json] => [
    name,
    standard ?? properties[name]?.['default'] ?? null,
  ]);
  return Object.fromEntries(entries);
}

const validators = new WeakMap<MethodTable, ValidateFunction>();
let compiler: ajv.Ajv2020 | undefined;

/** Compiled when a method is first called: all of them together take longer than a simulator takes to start. */
function validatorOf(method: MethodTable): ValidateFunction {
  const known = validators.get(method);
  if (known !== undefined) return known;
  compiler ??= makeCompiler();
  const validate = compiler.compile(method.arguments);
  validators.set(method, validate);
  return validate;
}

function makeCompiler(): ajv.Ajv2020 {
  const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js') as typeof ajv;
  return new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
}

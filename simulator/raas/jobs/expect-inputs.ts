import { isObject, type Json, type JsonObject } from '../json.ts';
import { RpcError } from '../rpc/rpc-error.ts';

/** What a value has to be that an input of this type takes. */
const TAKES = new Map<string, (value: Json, options: readonly Json[]) => boolean>([
  ['string', (value) => typeof value === 'string'],
  ['number', (value) => typeof value === 'number'],
  ['bool', (value) => typeof value === 'boolean'],
  ['select', (value, options) => options.includes(value)],
]);

/** The member that makes an input of a value. */
const TYPE = 'input_type';

/**
 * Checks the inputs among the named arguments of a job: `{display_name, input_type, select, default,
 * help, required, hidden}` in the place of a value that whoever runs the job gives (raas §7). Those
 * of `pillar` are one level down.
 *
 * @throws RpcError InvalidRequest
 */
export function expectInputs(arg: JsonObject): void {
  const kwarg = arg['kwarg'];
  if (!isObject(kwarg)) return;
  for (const [name, value] of Object.entries(kwarg)) expectInput(`kwarg.${name}`, value);
  const pillar = kwarg['pillar'];
  if (!isObject(pillar)) return;
  for (const [name, value] of Object.entries(pillar)) expectInput(`kwarg.pillar.${name}`, value);
}

/** Whether a named argument of a job is an input, and no value. */
export function isInput(value: Json): value is JsonObject {
  return isObject(value) && Object.hasOwn(value, TYPE);
}

function expectInput(path: string, input: Json): void {
  if (!isInput(input)) return;
  const fault = faultOf(input);
  if (fault === undefined) return;
  throw new RpcError('InvalidRequest', `The input ${path} cannot be used: ${fault}.`, {
    arg: `${path}: ${fault}`,
  });
}

function faultOf(input: JsonObject): string | undefined {
  const { input_type, select, display_name, help, required, hidden } = input;
  const takes = typeof input_type === 'string' ? TAKES.get(input_type) : undefined;
  if (takes === undefined) return `its ${TYPE} is none of ${[...TAKES.keys()].join(', ')}`;
  if (input_type === 'select' && !Array.isArray(select)) return 'it has no list to select from';
  if (!isOptional(display_name, 'string')) return 'its display_name is no text';
  if (help !== null && !isOptional(help, 'string')) return 'its help is no text';
  if (!isOptional(required, 'boolean')) return 'its required is neither true nor false';
  if (!isOptional(hidden, 'boolean')) return 'its hidden is neither true nor false';
  const standard = input['default'] ?? null;
  const options = Array.isArray(select) ? (select as readonly Json[]) : [];
  if (standard !== null && !takes(standard, options))
    return `its default does not go with its ${TYPE}`;
  return undefined;
}

/** Whether a member is of a type, or is not there. */
function isOptional(value: Json | undefined, type: string): boolean {
  return value === undefined || typeof value === type;
}

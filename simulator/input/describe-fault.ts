import type { DefinedError } from 'ajv';
import { nearest } from './nearest.ts';

/** A fault that a schema finds in a document, as the end of a sentence: `says in minions.web1.up 1; it must be true or false.` */
export function describeFault(fault: DefinedError): string {
  const place = fault.instancePath.slice(1).split('/').map(unescaped).join('.');
  const where = place === '' ? 'at its top' : `in ${place}`;
  const seen = shown(fault.data);
  if (fault.keyword === 'additionalProperties')
    return unknownKey(fault.params.additionalProperty, where, fault.parentSchema);
  if (fault.keyword === 'required')
    return `has no "${fault.params.missingProperty}" ${where}, and needs one.`;
  if (fault.keyword === 'enum') {
    const allowed = fault.params.allowedValues as string[];
    return `says ${where} ${seen}; it must be ${allowed.join(', ').replace(/, (?=\w+$)/, ' or ')}.`;
  }
  if (fault.keyword === 'minItems') return `says ${where} an empty list; it needs an item.`;
  if (fault.keyword === 'dependentRequired')
    return `says "${fault.params.property}" ${where}, and no "${fault.params.missingProperty}" for it.`;
  if (fault.keyword === 'false schema') return excludedKey(place, fault.schemaPath);
  if (fault.keyword === 'pattern' && fault.propertyName === undefined) {
    const { description } = fault.parentSchema as { description?: string };
    return `says ${where} ${seen}, which cannot be that. It is: ${description}`;
  }
  if (fault.keyword === 'pattern' && place !== 'minions') {
    const { description } = fault.parentSchema as { description?: string };
    return `has ${seen} ${where}, which cannot be that. It is: ${description}`;
  }
  if (fault.keyword === 'pattern')
    return `has ${seen} ${where}, which cannot be a minion's id: one has no slash, backslash or NUL, is not empty, and is neither . nor ..`;
  if (fault.keyword === 'type') {
    const types = [fault.params.type].flat().filter((type) => type !== 'null');
    return `says ${where} ${seen}; it must be ${types.map((type) => KINDS[type] ?? type).join(' or ')}.`;
  }
  return `is wrong ${where}: it ${fault.message}.`;
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'a mapping ("name: value")',
  array: 'a list',
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
  integer: 'a whole number',
};

/** A key that another one beside it leaves no room for. */
function excludedKey(place: string, schemaPath: string): string {
  const other = /dependentSchemas\/(\w+)/.exec(schemaPath)?.[1];
  return `says ${place} beside "${other}", which leaves no room for it; take one of them out.`;
}

function unknownKey(key: string, where: string, schema: unknown): string {
  const known = Object.keys((schema as { properties?: object }).properties ?? {});
  const [close] = nearest(key, known);
  const hint = close === undefined ? '' : ` Did you mean "${close}"?`;
  return `has "${key}" ${where}, which nobody reads.${hint} Known are ${known.join(', ')}.`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  return value === null ? 'nothing' : JSON.stringify(value);
}

/** A part of a JSON pointer as the name it stands for. */
function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

import { strip } from '../strip.ts';
import { isDict, type PyValue } from '../value.ts';
import { loadYaml } from './load.ts';

/**
 * A text argument as Salt turns it into a value: as YAML, but for what YAML would spoil.
 *
 * Blank texts, digits with underscores, texts with tabs or line breaks, comments, and mappings and
 * lists without their brackets stay texts, as does whatever is no YAML (salt.utils.args.yamlify_arg).
 */
export function yamlifyArg(text: string): PyValue {
  const stripped = strip(text);
  if (['', '---', '...'].includes(stripped)) return text;
  if (text.includes('_') && /^[0-9_]*$/.test(stripped)) return text;
  if (/[\t\r\n]/.test(text)) return text;
  if (text === 'None') return null;
  let value: PyValue;
  try {
    value = loadYaml(text);
  } catch {
    return text;
  }
  if (text.includes('#')) return typeof value === 'string' || value === null ? text : value;
  if (isDict(value)) return text.startsWith('{') ? value : text;
  if (Array.isArray(value)) return text.startsWith('[') ? value : text;
  if (value === '' && (text === '|' || text === '!')) return text;
  return value;
}

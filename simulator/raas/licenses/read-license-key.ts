import { isObject, type Json, type JsonObject } from '../json.ts';
import type { LicenseTerms, Quota } from './license.ts';

/**
 * The terms that a licence key stands for. What real keys look like is not known: here a key is what
 * `get_current_license` shows as `license`, in JSON, or that in base64.
 *
 * @throws SyntaxError for anything else
 */
export function readLicenseKey(key: string): LicenseTerms {
  const text = key.trim();
  const json = text.startsWith('{') ? text : Buffer.from(text, 'base64').toString();
  const value = parsed(json);
  if (!isObject(value)) throw new SyntaxError('it holds no terms');
  const term = part(value, 'term');
  const metadata = part(value, 'metadata');
  const created = textOf(metadata, 'created');
  if (!/^\d{4}-\d\d-\d\d$/.test(created)) throw new SyntaxError('created is no day');
  const { features } = value;
  if (!Array.isArray(features) || !features.every((feature) => typeof feature === 'string'))
    throw new SyntaxError('features is no list of texts');
  return {
    masters: quota(part(value, 'masters')),
    minions: quota(part(value, 'minions')),
    term: { duration: integer(term, 'duration'), policy: textOf(term, 'policy') },
    features,
    metadata: { customer: textOf(metadata, 'customer'), uuid: textOf(metadata, 'uuid'), created },
  };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new SyntaxError('it holds no JSON');
  }
}

function quota(value: JsonObject): Quota {
  return { policy: textOf(value, 'policy'), hard_limit: integer(value, 'hard_limit') };
}

function part(value: JsonObject, name: string): JsonObject {
  const found = value[name];
  if (isObject(found)) return found;
  throw new SyntaxError(`${name} is missing`);
}

function textOf(value: JsonObject, name: string): string {
  const found = value[name];
  if (typeof found === 'string') return found;
  throw new SyntaxError(`${name} is missing`);
}

function integer(value: JsonObject, name: string): number {
  const found = value[name];
  if (typeof found === 'number' && Number.isInteger(found)) return found;
  throw new SyntaxError(`${name} is missing`);
}

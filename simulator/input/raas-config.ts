import type { RaasConfig } from '../raas/raas-config.ts';
import { str } from '../python/repr.ts';
import { isDict, PyFloat, type PyDict, type PyValue } from '../python/value.ts';
import { InputError } from './input-error.ts';
import { mistypedIn } from './mistyped-in.ts';
import { shown } from './shown.ts';

type Rule = readonly [must: string, holds: (value: unknown) => boolean];

const SECONDS: Rule = ['be a number of seconds above 0', isPositive];
const SWITCH: Rule = ['be true or false', (value) => typeof value === 'boolean'];
const TEXT: Rule = ['be a text', (value) => typeof value === 'string' && value !== ''];

/** What each setting must be. */
const RULES: Readonly<Record<keyof RaasConfig, Rule>> = {
  tornado_xsrf_cookies_enabled: SWITCH,
  enable_grains_indexing: SWITCH,
  port: ['be a whole number from 0 to 65535', isPort],
  tls_crt: TEXT,
  tls_key: TEXT,
  customer_id: TEXT,
  session_seconds: SECONDS,
  jwt_seconds: SECONDS,
  csp_token_seconds: SECONDS,
};

/**
 * The settings of RaaS in its configuration; what the simulator knows nothing of is left alone, as
 * real configurations name databases.
 *
 * @throws InputError for a setting that cannot be used
 */
export function raasConfig(document: PyDict): RaasConfig {
  const settings: Record<string, unknown> = {};
  for (const [key, value] of document) {
    const name = str(key);
    if (!Object.hasOwn(RULES, name)) continue;
    const [must, holds] = RULES[name as keyof RaasConfig];
    const setting = plain(value);
    if (!holds(setting)) throw new InputError(`raas: ${name} must ${must}, not ${shown(setting)}.`);
    settings[name] = setting;
  }
  return settings;
}

/** Settings of real RaaS that are but a letter or two away from those (raas §10). */
const OTHERS = ['host'];

/** What looks mistyped in a configuration of RaaS, a sentence each. */
export function mistypedSettings(document: PyDict): string[] {
  return mistypedIn(document, [...Object.keys(RULES), ...OTHERS], 'raas: ');
}

/** A setting as JavaScript has it; numbers that JSON has none of, too. */
function plain(value: PyValue): unknown {
  if (value instanceof PyFloat) return value.value;
  if (isDict(value)) return {};
  return typeof value === 'bigint' ? Number(value) : value;
}

function isPositive(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value < Infinity;
}

function isPort(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65_535;
}

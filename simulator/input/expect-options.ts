import { InputError } from './input-error.ts';
import { nearest } from './nearest.ts';
import { NETAPIS } from '../netapis.ts';
import { shown } from './shown.ts';
import type { SimulatorOptions } from '../simulator.ts';

/** What each option must be, in words and as a test; callers in JavaScript have no compiler to tell them. */
const RULES: Readonly<
  Record<keyof SimulatorOptions, readonly [must: string, holds: (value: unknown) => boolean]>
> = {
  config: ['be a file path or an object', isPathOrObject],
  fleet: ['be a file path or an object', isPathOrObject],
  raas: ['be a file path or an object', isPathOrObject],
  netapi: [`be a list that names one or more of ${NETAPIS.join(', ')}, each once`, isNetapis],
  salt: ['be a text such as "3008"', (value) => typeof value === 'string'],
  clock: ['be "virtual" or "wall"', (value) => value === 'virtual' || value === 'wall'],
  seed: ['be a whole number, 0 or more', isCount],
  port: ['be a whole number from 0 to 65535', isPort],
  fallbackPort: ['be a whole number from 0 to 65535', isPort],
  host: ['be a host name or an address', (value) => typeof value === 'string' && value !== ''],
  ws4py: ['be true or false', (value) => typeof value === 'boolean'],
  tornadoVersion: ['be a version such as "4.5.3"', isVersion],
  journalSize: ['be a whole number, 0 or more', isCount],
};

/**
 * Checks the options of a simulator, except for what only reading them can tell.
 *
 * @throws InputError naming the option, and the nearest one for a name that is unknown
 */
export function expectOptions(options: SimulatorOptions): void {
  if (typeof options !== 'object' || options === null)
    throw new InputError('The options of startSimulator must be an object.');
  for (const [name, value] of Object.entries(options)) {
    const rule = RULES[name as keyof SimulatorOptions] as (typeof RULES)['salt'] | undefined;
    if (rule === undefined) throw unknownOption(name);
    const [must, holds] = rule;
    if (value !== undefined && !holds(value))
      throw new InputError(
        `The option "${name}" must ${must}, not ${name === 'netapi' && isNames(value) ? JSON.stringify(value) : shown(value)}.`,
      );
  }
}

function unknownOption(name: string): InputError {
  const known = Object.keys(RULES);
  const [close] = nearest(name, known);
  const hint = close === undefined ? `There are ${known.join(', ')}.` : `Did you mean "${close}"?`;
  return new InputError(`startSimulator has no option "${name}". ${hint}`);
}

/** It goes out in a header, where not every text may stand. */
function isVersion(value: unknown): boolean {
  return typeof value === 'string' && /^\d+(\.\d+)*\w*$/.test(value);
}

function isPathOrObject(value: unknown): boolean {
  if (typeof value === 'string') return value !== '';
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNetapis(value: unknown): boolean {
  const known: readonly unknown[] = NETAPIS;
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((name) => known.includes(name)) &&
    new Set(value).size === value.length
  );
}

/** Names in a list: which of them is wrong is seen from all. */
function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isPort(value: unknown): boolean {
  return isCount(value) && value <= 65_535;
}

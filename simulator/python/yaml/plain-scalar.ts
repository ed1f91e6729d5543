import { float, type PyValue } from '../value.ts';

/**
 * The patterns by which YAML 1.1, as PyYAML reads it, takes a plain scalar for something other than
 * text. The reader turns such texts into values; the writer must quote texts that look like them.
 */
const NULL = /^(?:~|null|Null|NULL|)$/;
const BOOL = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const INT =
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const TIMESTAMP =
  /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/;
const MERGE_OR_VALUE = /^(?:<<|=)$/;
/** Single characters that begin other YAML syntax. */
const INDICATOR = /^[!&*]$/;

/** Whether a plain scalar with this text would be read back as text. */
export function readsAsText(text: string): boolean {
  return ![NULL, BOOL, INT, FLOAT, TIMESTAMP, MERGE_OR_VALUE, INDICATOR].some((pattern) =>
    pattern.test(text),
  );
}

/** The readers of plain scalars, in the order PyYAML tries them; each gives undefined for what is not its own. */
export const PLAIN_SCALARS = {
  null: (text: string): null | undefined => (NULL.test(text) ? null : undefined),
  bool: (text: string): boolean | undefined =>
    BOOL.test(text) ? /^(?:yes|true|on)$/i.test(text) : undefined,
  int: (text: string): PyValue | undefined => (INT.test(text) ? readInt(text) : undefined),
  float: (text: string): PyValue | undefined =>
    FLOAT.test(text) ? float(readFloat(text)) : undefined,
} as const;

/** Salt reads `017` as 17 where PyYAML alone would read octal. */
function readInt(text: string): PyValue {
  const negative = text.startsWith('-');
  const digits = text.replace(/^[-+]/, '').replaceAll('_', '');
  const value = digits.includes(':') ? sexagesimal(digits) : BigInt(prefixed(text, digits));
  const signed = negative ? -value : value;
  const number = Number(signed);
  return Number.isSafeInteger(number) ? number : signed;
}

/** Only an unsigned text loses its leading zeros; a signed one stays octal. */
function prefixed(text: string, digits: string): string {
  if (/^0[bx]/.test(digits) || digits === '0') return digits;
  if (!digits.startsWith('0')) return digits;
  return text.startsWith('0') ? digits.replace(/^0+(?=\d)/, '') : `0o${digits.slice(1) || '0'}`;
}

function sexagesimal(digits: string): bigint {
  return digits.split(':').reduce((sum, part) => sum * 60n + BigInt(part), 0n);
}

function readFloat(text: string): number {
  const plain = text.replaceAll('_', '').toLowerCase();
  if (plain.endsWith('.inf')) return plain.startsWith('-') ? -Infinity : Infinity;
  if (plain === '.nan') return Number.NaN;
  if (!plain.includes(':')) return Number(plain);
  const sign = plain.startsWith('-') ? -1 : 1;
  return (
    sign *
    plain
      .replace(/^[-+]/, '')
      .split(':')
      .reduce((sum, part) => sum * 60 + Number(part), 0)
  );
}

import { float, type PyScalar } from '../value.ts';

/**
 * The int a YAML scalar stands for, as Salt reads it: an unsigned `017` is 17, where PyYAML alone
 * would read octal, as it still does for `-017`. Undefined where Python would raise an error.
 */
export function readInt(text: string): PyScalar | undefined {
  const source = /^0[^bx]/.test(text) ? text.replace(/^0+/, '') || '0' : text;
  const [, sign, digits = ''] = /^([-+]?)(.*)$/s.exec(source.replaceAll('_', '').trimEnd()) ?? [];
  const magnitude = readDigits(digits);
  if (magnitude === undefined) return undefined;
  const value = sign === '-' ? -magnitude : magnitude;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function readDigits(digits: string): bigint | undefined {
  if (/^0b[01]+$/.test(digits) || /^0x[0-9a-f]+$/i.test(digits)) return BigInt(digits);
  if (/^0[0-7]+$/.test(digits)) return BigInt(`0o${digits.slice(1)}`);
  if (/^\s*[-+]?\d+\s*$/.test(digits)) return BigInt(digits);
  if (/^[1-9]\d*(?::\d+)+$/.test(digits))
    return digits.split(':').reduce((sum, part) => sum * 60n + BigInt(part), 0n);
  return undefined;
}

/** The float a YAML scalar stands for; undefined where Python would raise an error. */
export function readFloat(text: string): PyScalar | undefined {
  const [, sign, digits = ''] = /^([-+]?)(.*)$/s.exec(text.replaceAll('_', '').toLowerCase()) ?? [];
  const magnitude = readDecimal(digits);
  return magnitude === undefined ? undefined : float(sign === '-' ? -magnitude : magnitude);
}

function readDecimal(digits: string): number | undefined {
  if (/^(?:\.inf|inf|infinity)$/.test(digits)) return Number.POSITIVE_INFINITY;
  if (/^\.?nan$/.test(digits)) return Number.NaN;
  if (/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/.test(digits)) return Number(digits);
  if (/^\d+(?::\d+)*:\d+(?:\.\d*)?$/.test(digits)) return sexagesimal(digits);
  return undefined;
}

/** Adds from the right as PyYAML does: the order decides the last bit. */
function sexagesimal(digits: string): number {
  return digits
    .split(':')
    .reduceRight(({ sum, base }, part) => ({ sum: sum + Number(part) * base, base: base * 60 }), {
      sum: 0,
      base: 1,
    }).sum;
}

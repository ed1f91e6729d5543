/** A float as Python writes it: `1.0`, `1e+16`, `1e-05`, `inf`, `nan`. */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (Object.is(value, -0)) return '-0.0';
  const magnitude = Math.abs(value);
  if (value !== 0 && (magnitude < 1e-4 || magnitude >= 1e16)) return withExponent(value);
  const text = String(value);
  if (text.includes('e')) return withoutExponent(value);
  return text.includes('.') ? text : `${text}.0`;
}

/** Python's exponents have a sign and two digits at least. */
function withExponent(value: number): string {
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${digits}e${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
}

/** JavaScript turns to exponents below 1e-6 only, Python below 1e-4: this is what lies between. */
function withoutExponent(value: number): string {
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const decimals = (digits.split('.')[1]?.length ?? 0) - Number(exponent);
  return value.toFixed(Math.max(0, decimals));
}

import { MONTHS, WEEKDAYS } from './names.ts';

/** What the directives of a format stand for, as patterns, the longest of names first. */
const PATTERNS: Readonly<Record<string, string>> = {
  Y: String.raw`\d{4}`,
  y: String.raw`\d{2}`,
  m: '1[0-2]|0[1-9]|[1-9]',
  B: MONTHS.join('|'),
  b: MONTHS.map((name) => name.slice(0, 3)).join('|'),
  d: String.raw`3[01]|[12]\d|0[1-9]|[1-9]| [1-9]`,
  A: WEEKDAYS.join('|'),
  a: WEEKDAYS.map((name) => name.slice(0, 3)).join('|'),
  H: String.raw`2[0-3]|[01]\d|\d`,
  I: String.raw`1[0-2]|0[1-9]|[1-9]`,
  p: 'AM|PM',
  M: String.raw`[0-5]\d|\d`,
  S: String.raw`6[01]|[0-5]\d|\d`,
  f: String.raw`\d{1,6}`,
};

/**
 * A text in a format of Python's `strptime`, in microseconds since the epoch; undefined where Python
 * raises, and for directives that are not known here.
 */
export function strptime(text: string, format: string): number | undefined {
  const names: string[] = [];
  const pattern = format.replaceAll(/%(.)|(\s+)|([^%\s])/gsu, (_, directive, space, other) => {
    if (typeof space === 'string') return String.raw`\s+`;
    if (typeof other === 'string') return other.replace(/[\\^$.*+?()[\]{}|]/, String.raw`\$&`);
    const meant = PATTERNS[String(directive)];
    if (meant === undefined) return directive === '%' ? '%' : '[]';
    names.push(String(directive));
    return `(${meant})`;
  });
  const found = new RegExp(`^${pattern}$`, 'iu').exec(text);
  if (found === null) return undefined;
  const parts = new Map(names.map((name, at) => [name, found[at + 1] ?? '']));
  return instantOf(parts);
}

function instantOf(parts: ReadonlyMap<string, string>): number | undefined {
  const number = (name: string): number | undefined =>
    parts.has(name) ? Number(parts.get(name)) : undefined;
  const short = number('y');
  const year = number('Y') ?? (short === undefined ? 1900 : short + (short < 69 ? 2000 : 1900));
  const named = parts.get('B') ?? parts.get('b');
  const month = named === undefined ? (number('m') ?? 1) : 1 + monthOf(named);
  const day = number('d') ?? 1;
  const noon = parts.get('p')?.toUpperCase() === 'PM' ? 12 : 0;
  const half = number('I');
  const hour = number('H') ?? (half === undefined ? 0 : (half % 12) + noon);
  const seconds = [hour * 3600, (number('M') ?? 0) * 60, number('S') ?? 0];
  const fraction = Number((parts.get('f') ?? '').padEnd(6, '0'));
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).getUTCDate() !== day) return undefined;
  return midnight * 1000 + seconds.reduce((sum, part) => sum + part) * 1_000_000 + fraction;
}

function monthOf(name: string): number {
  return MONTHS.findIndex(
    (month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase(),
  );
}

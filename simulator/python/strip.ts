/** What Python takes for white space; JavaScript's trim differs in U+001C to U+001F, U+0085 and U+FEFF. */
const WHITESPACE =
  '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const LEADING = new RegExp(`^${WHITESPACE}+`);
const TRAILING = new RegExp(`${WHITESPACE}+$`);

const BETWEEN = new RegExp(`${WHITESPACE}+`);

/** Python's `str.split()`: what stands between white space. */
export function words(text: string): string[] {
  return text.split(BETWEEN).filter((word) => word !== '');
}

/** Python's `str.strip()`. */
export function strip(text: string): string {
  return text.replace(LEADING, '').replace(TRAILING, '');
}

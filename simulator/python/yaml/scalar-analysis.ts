/** What libyaml finds out about a text before it chooses how to write it. */
export interface ScalarAnalysis {
  readonly multiline: boolean;
  /** Whether the text may stand without quotes in block context. */
  readonly plainAllowed: boolean;
  /** The same within a list in brackets or a dict in braces. */
  readonly flowPlainAllowed: boolean;
  /** Whether the text may stand in single quotes. */
  readonly singleQuotedAllowed: boolean;
}

const BREAKS = '\n\r\x85\u2028\u2029';
const BLANK_OR_BREAK = `\0 \t${BREAKS}`;
/** Characters that begin other syntax when a text begins with them. */
const FIRST_INDICATORS = '#,[]{}&*!|>\'"%@`';

/** Characters that are syntax in brackets and braces, wherever they stand. */
const FLOW_INDICATORS = /[,?[\]{}:]/;

/** Whether libyaml writes the character as it is, with `allow_unicode`; emoji it does not. */
export function isPrintable(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return (
    code === 0x0a ||
    (code >= 0x20 && code <= 0x7e) ||
    (code >= 0xa0 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd && code !== 0xfeff)
  );
}

/** Whether the character ends a line for YAML. */
export function isBreak(char: string): boolean {
  return BREAKS.includes(char);
}

/** Analyses a text as libyaml's emitter does, with `allow_unicode`. */
export function analyzeScalar(text: string): ScalarAnalysis {
  const chars = Array.from(text);
  const hasIndicator = hasBlockIndicator(text, chars);
  let lineBreaks = false;
  let special = false;
  let spaceThenBreak = false;
  let breakThenSpace = false;
  for (const [at, char] of chars.entries()) {
    const before = chars[at - 1] ?? '';
    if (isBreak(char)) {
      lineBreaks = true;
      if (before === ' ') spaceThenBreak = true;
    } else if (char === ' ' && before !== '' && isBreak(before)) breakThenSpace = true;
    if (!isPrintable(char)) special = true;
  }
  const ragged = [text.at(0), text.at(-1)].some(
    (edge) => edge === ' ' || (edge !== undefined && isBreak(edge)),
  );
  const quotesNeeded = spaceThenBreak || special;
  const plainAllowed = !hasIndicator && !ragged && !lineBreaks && !quotesNeeded;
  return {
    multiline: lineBreaks,
    plainAllowed,
    flowPlainAllowed: plainAllowed && !FLOW_INDICATORS.test(text),
    singleQuotedAllowed: !quotesNeeded && !breakThenSpace,
  };
}

function hasBlockIndicator(text: string, chars: readonly string[]): boolean {
  if (text.startsWith('---') || text.startsWith('...')) return true;
  return chars.some((char, at) => {
    const next = chars[at + 1];
    const beforeBlank = next === undefined || BLANK_OR_BREAK.includes(next);
    if (at === 0 && FIRST_INDICATORS.includes(char)) return true;
    if (at === 0 && '?:-'.includes(char) && beforeBlank) return true;
    if (char === ':' && beforeBlank) return true;
    return char === '#' && at > 0 && BLANK_OR_BREAK.includes(chars[at - 1] ?? '');
  });
}

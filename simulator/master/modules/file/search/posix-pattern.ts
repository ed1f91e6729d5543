/** Classes of characters that POSIX names. */
const CLASSES: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  blank: ' \\t',
  digit: '0-9',
  lower: 'a-z',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: 'A-Z',
  xdigit: 'A-Fa-f0-9',
};

/**
 * A pattern of grep in JavaScript's spelling.
 *
 * @param isExtended whether `+ ? | ( ) { }` say something by themselves, else only behind a backslash
 */
export function extendedSource(pattern: string, isExtended: boolean): string {
  const parts = pattern.match(/\\[^]|\[\^?\]?(?:\[:\w+:\]|[^\]])*\]|[^]/g) ?? [];
  return parts
    .map((part, at) => {
      if (part.startsWith('[') && part.length > 1) return setSource(part);
      const isEscaped = part.length > 1 && part.startsWith('\\');
      const char = isEscaped ? part.slice(1) : part;
      if (/[+?|(){}]/.test(char)) return isEscaped === isExtended ? `\\${char}` : char;
      if (char === '*' && !isEscaped && at === 0) return '\\*';
      if (char === '^' && !isEscaped && at > 0 && !isExtended) return '\\^';
      if (char === '$' && !isEscaped && at < parts.length - 1 && !isExtended) return '\\$';
      return part === '/' ? '\\/' : part === '[' ? '\\[' : part === ']' ? '\\]' : part;
    })
    .join('');
}

function setSource(set: string): string {
  const [head = '['] = /^\[\^?\]?/.exec(set) ?? [];
  const inner = set
    .slice(head.length, -1)
    .replace(/\\/g, '\\\\')
    .replace(/\[:(\w+):\]/g, (named, name: string) => CLASSES[name] ?? named);
  return `${head.replace(']', '\\]')}${inner}]`;
}

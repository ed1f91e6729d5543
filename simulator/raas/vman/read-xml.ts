/** An element of XML. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Comments, declarations and character data; a tag; or text. */
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/y;

/**
 * The root of a document, as far as scans use XML: namespaces and entities of its own are not looked at.
 *
 * @throws Error for what is no XML
 */
export function readXml(text: string): XmlElement {
  const document: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  const tokens = new RegExp(TOKEN);
  while (tokens.lastIndex < text.length) {
    const at = tokens.lastIndex;
    const token = tokens.exec(text);
    if (token === null) throw new Error(`There is no XML at character ${at}.`);
    const [, data, close, name, attributes = '', empty, plain] = token;
    const inner = open.at(-1) ?? document;
    if (data !== undefined) inner.text += data;
    else if (plain !== undefined) inner.text += unescaped(plain);
    else if (close === '/') {
      if (open.length === 1 || inner.name !== name)
        throw new Error(`The element ${name ?? ''} ends where ${inner.name} should.`);
      open.pop();
    } else if (name !== undefined) {
      const element = { name, attributes: attributesOf(attributes), children: [], text: '' };
      inner.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  const [root, ...others] = document.children;
  if (root === undefined || others.length > 0 || open.length > 1 || document.text.trim() !== '')
    throw new Error('There must be one element around everything.');
  return root;
}

/** An element and everything in it, in the order of the document, however deep. */
export function everyElement(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  const ahead = [element];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    found.push(next);
    ahead.push(...next.children.toReversed());
  }
  return found;
}

function attributesOf(text: string): Record<string, string> {
  const found = text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries(
    [...found].map(([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (typeof hex === 'string') return String.fromCodePoint(Number.parseInt(hex, 16));
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal));
    return ENTITIES[String(name)] ?? all;
  });
}

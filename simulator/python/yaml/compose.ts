import { TAG, TAG_HANDLES, type MappingNode, type SequenceNode, type YamlNode } from './node.ts';
import { impliedTag } from './plain-scalar.ts';
import { TokenStream } from './token-stream.ts';
import type { Token } from './token.ts';

/**
 * Reads a text that holds one YAML document, or none, into nodes. An alias is the very node that
 * its anchor names.
 *
 * @throws YamlError for a text that is no YAML, or holds several documents
 */
export function compose(text: string): YamlNode | undefined {
  return new Composer(text).document();
}

interface Properties {
  readonly anchor: string | undefined;
  /** The full tag; `!` stands for the tag that a plain scalar of the same text has. */
  readonly tag: string | undefined;
  readonly at: number;
}

class Composer {
  readonly #tokens: TokenStream;
  readonly #anchors = new Map<string, YamlNode>();
  readonly #handles = new Map(Object.entries(TAG_HANDLES));

  constructor(text: string) {
    this.#tokens = new TokenStream(text);
  }

  document(): YamlNode | undefined {
    if (this.#tokens.is('stream end')) return undefined;
    const explicit = this.#tokens.is('version directive', 'tag directive', 'document start');
    if (explicit) this.#prolog();
    const content = !this.#tokens.is(
      'version directive',
      'tag directive',
      'document start',
      'stream end',
    );
    const empty = explicit && (!content || this.#tokens.is('document end'));
    const node = empty ? this.#emptyNode() : this.#node('block');
    while (this.#tokens.is('document end')) this.#tokens.skip();
    if (!this.#tokens.is('stream end'))
      throw this.#tokens.error('expected the end of the only document in the stream');
    return node;
  }

  /** Reads directives and the `---` after them. */
  #prolog(): void {
    const seen = new Set<string>();
    const once = (name: string): void => {
      if (seen.has(name)) throw this.#tokens.error(`found duplicate ${name} directive`);
      seen.add(name);
    };
    for (
      let token = this.#tokens.current;
      token.type !== 'document start';
      token = this.#tokens.current
    ) {
      if (token.type === 'version directive') {
        once('%YAML');
        if (!/^0*1\.0*[12]$/.test(token.version))
          throw this.#tokens.error('found incompatible YAML document');
      } else if (token.type === 'tag directive') {
        once(`%TAG ${token.handle}`);
        this.#handles.set(token.handle, token.prefix);
      } else throw this.#tokens.error('did not find expected <document start>');
      this.#tokens.skip();
    }
    this.#tokens.skip();
  }

  /** @param context whether block collections may begin here, and lists at the column of their key */
  #node(context: 'block' | 'block value' | 'flow'): YamlNode {
    const alias = this.#tokens.current;
    if (alias.type === 'alias') {
      this.#tokens.skip();
      return this.#anchored(alias.name, alias.at);
    }
    const properties = this.#properties();
    const token = this.#tokens.current;
    if (token.type === 'scalar') {
      this.#tokens.skip();
      const implied = properties.tag === '!' || (properties.tag === undefined && token.plain);
      const tag = implied ? impliedTag(token.value) : (properties.tag ?? TAG.str);
      return this.#register({ kind: 'scalar', tag, value: token.value, at: token.at }, properties);
    }
    if (token.type === 'block entry' && context === 'block value')
      return this.#sequence(properties, (items) => this.#indentlessItems(items));
    if (token.type === 'flow sequence start')
      return this.#sequence(properties, (items) => this.#flowItems(items));
    if (token.type === 'flow mapping start')
      return this.#mapping(properties, (pairs) => this.#flowPairs(pairs));
    if (token.type === 'block sequence start' && context !== 'flow')
      return this.#sequence(properties, (items) => this.#blockItems(items));
    if (token.type === 'block mapping start' && context !== 'flow')
      return this.#mapping(properties, (pairs) => this.#blockPairs(pairs));
    if (properties.anchor === undefined && properties.tag === undefined)
      throw this.#tokens.error('did not find expected node content');
    return this.#register(this.#emptyNode(properties.tag), properties);
  }

  #properties(): Properties {
    const { at } = this.#tokens.current;
    let anchor: string | undefined;
    let tag: string | undefined;
    for (let token = this.#tokens.current; ; token = this.#tokens.current) {
      if (token.type === 'anchor' && anchor === undefined) anchor = token.name;
      else if (token.type === 'tag' && tag === undefined)
        tag = this.#tagName(token.handle, token.suffix);
      else return { anchor, tag, at };
      this.#tokens.skip();
    }
  }

  #tagName(handle: string, suffix: string): string {
    const prefix = handle === '' ? '' : this.#handles.get(handle);
    if (prefix === undefined) throw this.#tokens.error(`found undefined tag handle ${handle}`);
    return prefix + suffix;
  }

  #register<Node extends YamlNode>(node: Node, { anchor, at }: Properties): Node {
    if (anchor === undefined) return node;
    if (this.#anchors.has(anchor))
      throw this.#tokens.error(`found duplicate anchor '${anchor}'`, at);
    this.#anchors.set(anchor, node);
    return node;
  }

  #anchored(name: string, at: number): YamlNode {
    const node = this.#anchors.get(name);
    if (node === undefined) throw this.#tokens.error(`found undefined alias '${name}'`, at);
    return node;
  }

  /** What stands where nothing is written: null, or the empty text if it carries a tag. */
  #emptyNode(tag?: string): YamlNode {
    const own = tag === '!' ? TAG.str : tag;
    return { kind: 'scalar', tag: own ?? TAG.null, value: '', at: this.#tokens.current.at };
  }

  #sequence(properties: Properties, fill: (items: YamlNode[]) => void): SequenceNode {
    const tag = tagOr(TAG.seq, properties.tag);
    const node: SequenceNode = { kind: 'sequence', tag, items: [], at: this.#tokens.current.at };
    this.#register(node, properties);
    fill(node.items);
    return node;
  }

  #mapping(properties: Properties, fill: (pairs: MappingNode['pairs']) => void): MappingNode {
    const tag = tagOr(TAG.map, properties.tag);
    const node: MappingNode = { kind: 'mapping', tag, pairs: [], at: this.#tokens.current.at };
    this.#register(node, properties);
    fill(node.pairs);
    return node;
  }

  #blockItems(items: YamlNode[]): void {
    this.#tokens.skip();
    while (this.#tokens.take('block entry'))
      items.push(
        this.#tokens.is('block entry', 'block end') ? this.#emptyNode() : this.#node('block'),
      );
    this.#tokens.expect('block end', "did not find expected '-' indicator");
  }

  #indentlessItems(items: YamlNode[]): void {
    while (this.#tokens.take('block entry')) {
      const empty = this.#tokens.is('block entry', 'key', 'value', 'block end');
      items.push(empty ? this.#emptyNode() : this.#node('block'));
    }
  }

  #blockPairs(pairs: MappingNode['pairs']): void {
    this.#tokens.skip();
    const part = (): YamlNode =>
      this.#tokens.is('key', 'value', 'block end') ? this.#emptyNode() : this.#node('block value');
    while (this.#tokens.take('key')) {
      const key = part();
      pairs.push([key, this.#tokens.take('value') ? part() : this.#emptyNode()]);
    }
    this.#tokens.expect('block end', 'did not find expected key');
  }

  #flowItems(items: YamlNode[]): void {
    this.#tokens.skip();
    this.#flowEntries('flow sequence end', () => {
      if (!this.#tokens.is('key')) items.push(this.#node('flow'));
      else items.push(this.#mapping(NO_PROPERTIES, (pairs) => this.#flowPair(pairs)));
    });
  }

  /**
   * A pair right inside a list, `[a: b]`, which is a dict of its own. Where libyaml finds no key
   * after a `?`, it passes over the `:` or `,` that stands there.
   */
  #flowPair(pairs: MappingNode['pairs']): void {
    this.#tokens.skip();
    const nothing = this.#tokens.take('value') || this.#tokens.take('flow entry');
    const empty = nothing || this.#tokens.is('flow sequence end');
    const key = empty ? this.#emptyNode() : this.#node('flow');
    pairs.push([key, this.#flowValue('flow sequence end')]);
  }

  #flowPairs(pairs: MappingNode['pairs']): void {
    this.#tokens.skip();
    this.#flowEntries('flow mapping end', () => {
      if (!this.#tokens.take('key')) {
        pairs.push([this.#node('flow'), this.#emptyNode()]);
        return;
      }
      const nothing = this.#tokens.is('value', 'flow entry', 'flow mapping end');
      const key = nothing ? this.#emptyNode() : this.#node('flow');
      pairs.push([key, this.#flowValue('flow mapping end')]);
    });
  }

  #flowValue(end: Token['type']): YamlNode {
    if (!this.#tokens.take('value') || this.#tokens.is('flow entry', end)) return this.#emptyNode();
    return this.#node('flow');
  }

  #flowEntries(end: Token['type'], entry: () => void): void {
    for (let first = true; !this.#tokens.is(end); first = false) {
      if (!first) this.#tokens.expect('flow entry', `did not find expected ',' or the ${end}`);
      if (!this.#tokens.is(end)) entry();
    }
    this.#tokens.skip();
  }
}

const NO_PROPERTIES: Properties = { anchor: undefined, tag: undefined, at: 0 };

function tagOr(standard: string, tag: string | undefined): string {
  return tag === undefined || tag === '!' ? standard : tag;
}

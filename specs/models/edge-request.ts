import * as fc from 'fast-check';

/** What a body is once it was read: a list without chunks, a dict, a list of no dicts, or nothing that is a list. */
export type BodyKind = 'empty list' | 'chunk' | 'list of others' | 'no list' | 'broken';

/** The content types that are read; all others are refused. */
export const READ_TYPES = [
  'application/json',
  'application/x-yaml',
  'text/yaml',
  'text/plain',
  'application/x-www-form-urlencoded',
] as const;

/** A content type whose bodies are read. */
export type ReadType = (typeof READ_TYPES)[number];

/** Bodies, and what they are as JSON, as YAML, as plain text and as a form. */
export const BODIES: Readonly<
  Record<string, readonly [json: BodyKind, yaml: BodyKind, text: BodyKind, form: BodyKind]>
> = {
  '[]': ['empty list', 'empty list', 'empty list', 'no list'],
  '{}': ['no list', 'no list', 'no list', 'no list'],
  '{"client": "nobody"}': ['chunk', 'chunk', 'chunk', 'no list'],
  '[1]': ['list of others', 'list of others', 'list of others', 'no list'],
  '{bad': ['broken', 'broken', 'no list', 'no list'],
  'client=nobody': ['broken', 'no list', 'no list', 'chunk'],
  '- [': ['broken', 'broken', 'no list', 'no list'],
};

/** One element of an Accept header. */
export interface AcceptPart {
  readonly range: string;
  readonly q: string | undefined;
}

/** A request that may be wrong in several ways at once. */
export interface EdgeRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: '/' | '/?x=1' | '/run' | '/run?x=1' | '/minions' | '/no/such';
  /** The content type with its parameters; undefined where the header is not sent. */
  readonly type: string | undefined;
  /** Undefined where there is neither a body nor a length. */
  readonly body: string | undefined;
  /** Undefined where the header is not sent. */
  readonly accept: readonly AcceptPart[] | undefined;
}

const acceptPart: fc.Arbitrary<AcceptPart> = fc.record({
  range: fc.constantFrom(
    'application/json',
    'application/x-yaml',
    'application/*',
    '*/*',
    'text/html',
    'application/yaml',
  ),
  q: fc.constantFrom(undefined, undefined, '0', '0.1', '0.5', '0.5', '1', '1.5', 'abc'),
});

/** Requests over all of them. */
export const edgeRequest: fc.Arbitrary<EdgeRequest> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'POST', 'POST', 'PUT', 'DELETE'),
  path: fc.constantFrom('/', '/?x=1', '/run', '/run', '/run?x=1', '/minions', '/no/such'),
  type: fc.option(
    fc
      .tuple(
        fc.constantFrom(...READ_TYPES, 'application/xml', 'Application/JSON'),
        fc.constantFrom('', '; charset=utf-8', ';x=y'),
      )
      .map(([type, parameters]) => type + parameters),
    { nil: undefined, freq: 6 },
  ),
  body: fc.option(fc.constantFrom(...Object.keys(BODIES)), { nil: undefined, freq: 5 }),
  accept: fc.option(fc.array(acceptPart, { minLength: 1, maxLength: 4 }), {
    nil: undefined,
    freq: 6,
  }),
});

/** An Accept header's text. */
export function acceptText(parts: readonly AcceptPart[]): string {
  return parts.map(({ range, q }) => (q === undefined ? range : `${range};q=${q}`)).join(', ');
}

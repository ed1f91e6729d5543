import { str } from '../../../python/repr.ts';
import { PyTypeError } from '../../../python/type-error.ts';
import { typeName } from '../../../python/type-name.ts';
import { isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { traverse } from '../../targeting/subdict-match.ts';
import { given, type StateCall } from '../state-function.ts';
import { is } from './outcome.ts';

/** Where a content may come from besides a file. */
const FROM = ['contents', 'contents_pillar', 'contents_grains'] as const;

/** What a file is to hold: a text, null where that is not said, or what is wrong with what is said. */
export interface Contents {
  readonly text: string | null;
  readonly wrong?: string;
}

/** The content that `file.managed` is given, of itself or as a key of pillar or grains. */
export function contentsOf(call: StateCall, keepsMode: boolean): Contents {
  const named = FROM.filter((name) => given(call, name) !== null);
  const any = "'contents', 'contents_pillar', or 'contents_grains'";
  if (is(call, 'source') && named.length > 0)
    return wrong(`'source' cannot be used in combination with ${any}`);
  if (keepsMode && named.length > 0)
    return wrong(`Mode preservation cannot be used in combination with ${any}`);
  const [from] = named;
  if (named.length > 1)
    return wrong("Only one of 'contents', 'contents_pillar', and 'contents_grains' is permitted");
  if (from === undefined) return { text: null };
  const looked = from === 'contents' ? { value: given(call, from) } : lookedUp(call, from);
  if ('wrong' in looked) return wrong(looked.wrong);
  const { value } = looked;
  if (!is(call, 'allow_empty') && !isTruthy(value)) {
    const what = from === 'contents' ? "'contents'" : `${from} ${str(given(call, from))}`;
    return wrong(
      `${what} value would result in empty contents. Set allow_empty to True to allow the managed file to be empty.`,
    );
  }
  const parts = Array.isArray(value) ? value : [value];
  if (parts.length === 0)
    return wrong(
      'Contents specified by contents/contents_pillar/contents_grains is not a string or list of strings, and is not binary data. SLS is likely malformed.',
    );
  const lines = parts.flatMap((part) => splitLines(str(part)));
  const text = lines.map((line) => `${line}\n`).join('');
  return {
    text: is(call, 'contents_newline') ? text : text.replace(/\n+$/, '').replace(/\r+$/, ''),
  };
}

function lookedUp(
  call: StateCall,
  from: (typeof FROM)[number],
): { value: PyValue } | { wrong: string } {
  const [source, what]: [PyDict, string] =
    from === 'contents_pillar' ? [call.plainPillar, 'Pillar'] : [call.minion.grains, 'Grain'];
  const keys = given(call, from);
  const found: PyValue[] = [];
  for (const key of Array.isArray(keys) ? keys : [keys]) {
    const value = traverse(source, str(key).split(str(given(call, 'contents_delimiter'))));
    if (value === undefined) return { wrong: `${what} ${str(key)} does not exist` };
    found.push(value);
  }
  const odd = found.findIndex((value) => typeof value !== 'string');
  if (Array.isArray(keys) && odd >= 0)
    throw new PyTypeError(
      `sequence item ${odd}: expected str instance, ${typeName(found[odd] ?? null)} found`,
    );
  return { value: Array.isArray(keys) ? found.map(str).join('\n') : (found[0] ?? null) };
}

function wrong(text: string): Contents {
  return { text: null, wrong: text };
}

/** Python's `splitlines`. */
function splitLines(text: string): string[] {
  // oxlint-disable-next-line no-control-regex
  const lines = text.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

import { decodeUtf8 } from '../../../python/decode-utf8.ts';
import { MinionError } from '../minion-error.ts';

/**
 * What Python reads of a file as text.
 *
 * @throws MinionError for bytes that are no UTF-8
 */
export function textOf(content: Buffer): string {
  const text = decodeUtf8(content);
  if (text !== undefined) return text;
  const message = "'utf-8' codec can't decode bytes: invalid continuation byte";
  throw new MinionError('Exception', message, 'UnicodeDecodeError');
}

/** The lines of a text with their ends, which are `\n`, `\r\n` or `\r`, as Python reads a file by lines. */
export function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

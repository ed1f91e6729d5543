import { readsAsText } from './plain-scalar.ts';
import { analyzeScalar } from './scalar-analysis.ts';

/** How a text can stand in a document. */
export type ScalarStyle = 'plain' | 'single quoted' | 'double quoted';

/** A key longer than this many bytes is written after a `?` on a line of its own. */
const LONGEST_SIMPLE_KEY = 128;

/** The style libyaml writes a text in; texts that would be read back as something else are quoted. */
export function styleOf(text: string, isSimpleKey: boolean, isInFlow = false): ScalarStyle {
  const analysis = analyzeScalar(text);
  if (isSimpleKey && analysis.multiline) return 'double quoted';
  const plainAllowed = isInFlow ? analysis.flowPlainAllowed : analysis.plainAllowed;
  if (plainAllowed && readsAsText(text)) return 'plain';
  return analysis.singleQuotedAllowed ? 'single quoted' : 'double quoted';
}

/** Whether a text can stand before its `:` on the same line. */
export function isSimpleKeyText(text: string): boolean {
  return Buffer.byteLength(text) <= LONGEST_SIMPLE_KEY && !analyzeScalar(text).multiline;
}

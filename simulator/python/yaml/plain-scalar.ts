import { TAG } from './node.ts';

/**
 * The patterns by which YAML 1.1, as PyYAML reads it, takes a plain scalar for something other than
 * text. The reader turns such texts into values; the writer must quote texts that look like them.
 */
const IMPLICIT: readonly (readonly [tag: string, pattern: RegExp])[] = [
  [TAG.null, /^(?:~|null|Null|NULL|)$/],
  [TAG.bool, /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/],
  [
    TAG.int,
    /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
  ],
  [
    TAG.float,
    /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  ],
  [
    TAG.timestamp,
    /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/,
  ],
  [TAG.merge, /^<<$/],
  [TAG.value, /^=$/],
];

/** Single characters that begin other YAML syntax; PyYAML will not write them plain. */
const INDICATOR = /^[!&*]$/;

/** The tag that the form of a plain scalar implies; like Python's `$`, it overlooks one last line break. */
export function impliedTag(text: string): string {
  const line = text.endsWith('\n') ? text.slice(0, -1) : text;
  return IMPLICIT.find(([, pattern]) => pattern.test(line))?.[0] ?? TAG.str;
}

/** Whether a plain scalar with this text would be read back as text. */
export function readsAsText(text: string): boolean {
  return impliedTag(text) === TAG.str && !INDICATOR.test(text);
}

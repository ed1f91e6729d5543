import type { PyValue } from '../value.ts';

/**
 * The anchors of a document: a list or dict that appears twice is written once, as `&id001`, and
 * named by `*id001` after that. Numbers follow the order in which the repeats are met.
 */
export function anchorsOf(
  root: PyValue,
  entriesOf: (dict: Map<PyValue, PyValue>) => Iterable<[PyValue, PyValue]>,
): ReadonlyMap<PyValue, string> {
  const seen = new Set<PyValue>();
  const anchors = new Map<PyValue, string>();
  const visit = (value: PyValue): void => {
    if (!Array.isArray(value) && !(value instanceof Map)) return;
    if (seen.has(value)) {
      if (!anchors.has(value)) anchors.set(value, `id${String(anchors.size + 1).padStart(3, '0')}`);
      return;
    }
    seen.add(value);
    if (Array.isArray(value)) value.forEach(visit);
    else for (const [, item] of entriesOf(value)) visit(item);
  };
  visit(root);
  return anchors;
}

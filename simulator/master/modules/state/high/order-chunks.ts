import { compareCodePoints } from '../../../../python/compare.ts';
import { str } from '../../../../python/repr.ts';
import { float, PyFloat, type PyDict, type PyValue } from '../../../../python/value.ts';

/** How far `order: last` and negative orders stand behind all others. */
const FAR = 1_000_000;

/** One after the greatest order that is told, with room for those that are told none. */
export function capOf(chunks: readonly PyDict[]): number {
  let cap = 1;
  for (const chunk of chunks) {
    const order = chunk.get('order');
    if (typeof order === 'number' && Number.isInteger(order) && order > cap - 1 && order > 0)
      cap = order + 100;
  }
  return cap;
}

/** What an order comes to as a number. */
export function orderNumber(order: PyValue | undefined, cap: number): number {
  if (typeof order === 'number') return order;
  if (order instanceof PyFloat) return order.value;
  if (order === 'last') return cap + FAR;
  return order === 'first' ? 0 : cap;
}

/** Gives a chunk the number that its `order` comes to: names of one state stand a little apart. */
export function settleOrder(chunk: PyDict, cap: number): number {
  const told = chunk.get('order');
  let order = orderNumber(told, cap);
  const place = chunk.get('name_order');
  chunk.delete('name_order');
  let isFloat = told instanceof PyFloat;
  if (typeof place === 'number') {
    order += place / 10000;
    isFloat = true;
  }
  if (order < 0) order += cap + FAR;
  chunk.set('order', isFloat ? float(order) : order);
  return order;
}

/** Compares chunks of the same order by module, name and function, as one text. */
export function compareLabels(a: PyDict, b: PyDict): number {
  return compareCodePoints(labelOf(a), labelOf(b));
}

function labelOf(chunk: PyDict): string {
  return ['state', 'name', 'fun'].map((key) => str(chunk.get(key) ?? null)).join('');
}

/**
 * Puts chunks in the order that they say; requisites are met as they come up in the run (state.py
 * order_chunks, 3006.28 and 3007.15).
 */
export function orderChunks(chunks: readonly PyDict[]): PyDict[] {
  const cap = capOf(chunks);
  const numbered = chunks.map((chunk) => {
    // Names of a state without an order stay together only by their labels.
    if (!chunk.has('order')) chunk.set('order', cap);
    else settleOrder(chunk, cap);
    return { chunk, order: orderNumber(chunk.get('order'), cap) };
  });
  return numbered
    .toSorted((a, b) => a.order - b.order || compareLabels(a.chunk, b.chunk))
    .map(({ chunk }) => chunk);
}

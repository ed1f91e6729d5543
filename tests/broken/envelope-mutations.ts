import { altering, type Draft } from './altering.ts';
import type { Mutation } from './mutations.ts';

/** An envelope of RaaS, as far as it is changed here. */
interface Envelope {
  readonly riq: number;
  readonly ret: unknown;
  readonly error: unknown;
}

/**
 * Breakages of what calls of RaaS return, in envelopes that stay whole: a requirement that none of
 * them fails looks at no reply.
 */
export function envelopeMutations(): Mutation[] {
  return [
    mutation('texts altered', ({ ret }) => ({ ret: deeply(ret, (leaf) => otherText(leaf)) })),
    mutation('lists emptied, counts kept', ({ ret }) => ({ ret: emptied(ret) })),
    mutation('errors forgotten', () => ({ error: null })),
    mutation('numbers and booleans altered', ({ ret }) => ({ ret: deeply(ret, otherValue) })),
    mutation('null for every return', () => ({ ret: null })),
    mutation('an error for every return', () => ({
      ret: null,
      error: { code: 5000, message: 'broken', detail: null },
    })),
  ];
}

function mutation(name: string, change: (envelope: Envelope) => Partial<Envelope>): Mutation {
  const changed = (envelope: Envelope): Envelope => ({ ...envelope, ...change(envelope) });
  return {
    name: `envelopes with ${name}`,
    between: altering({ reply: (draft) => inJson(draft, changed) }),
  };
}

function inJson(draft: Draft, change: (envelope: Envelope) => Envelope): Draft {
  let value: unknown;
  try {
    value = JSON.parse(draft.body.toString()) as unknown;
  } catch {
    return draft;
  }
  if (isEnvelope(value)) return { ...draft, body: Buffer.from(JSON.stringify(change(value))) };
  if (!isBatch(value)) return draft;
  const ret = value.ret.map((item) => (isEnvelope(item) ? change(item) : item));
  return { ...draft, body: Buffer.from(JSON.stringify({ ...value, ret })) };
}

function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && 'riq' in value;
}

function isBatch(value: unknown): value is { readonly ret: readonly unknown[] } {
  return typeof value === 'object' && value !== null && 'ret' in value && Array.isArray(value.ret);
}

/** A value with each of its leaves changed. */
function deeply(value: unknown, change: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => deeply(item, change));
  if (typeof value !== 'object' || value === null) return change(value);
  const entries = Object.entries(value).map(([key, item]) => [key, deeply(item, change)]);
  return Object.fromEntries(entries) as unknown;
}

function otherText(leaf: unknown): unknown {
  return typeof leaf === 'string' ? `${leaf}~` : leaf;
}

function otherValue(leaf: unknown): unknown {
  if (typeof leaf === 'number') return leaf + 1;
  return typeof leaf === 'boolean' ? !leaf : leaf;
}

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, emptied(item)]);
  return Object.fromEntries(entries) as unknown;
}

import type { Raas } from '../../../simulator/raas/raas.ts';
import { misunderstanding, withArguments, type CallBody } from '../misunderstanding.ts';
import type { Variant } from '../variant.ts';

/** What is wrong with a RaaS, what is done to it, and who must notice. */
export type Spoilt = readonly [name: string, spoil: (raas: Raas) => void, ...caughtBy: string[]];

/** What is wrong with how calls are understood, what becomes of a call, and who must notice. */
export type Misread = readonly [
  name: string,
  change: (call: CallBody) => CallBody,
  ...caughtBy: string[],
];

/** The variants of RaaS that rows say. */
export function raasVariants(
  spoilt: readonly Spoilt[],
  misread: readonly Misread[] = [],
): readonly Variant[] {
  return [
    ...spoilt.map(([name, spoilRaas, ...caughtBy]) => ({
      name,
      api: 'raas' as const,
      spoilRaas,
      caughtBy,
    })),
    ...misread.map(([name, change, ...caughtBy]) => ({
      name,
      api: 'raas' as const,
      between: misunderstanding(change),
      caughtBy,
    })),
  ];
}

type Given = Readonly<Record<string, unknown>>;

/** Changes the arguments of one method. */
export function of(method: string, change: (given: Given) => object) {
  return (call: CallBody): CallBody =>
    call['method'] === method ? withArguments(call, change) : call;
}

/** Passes over an argument. */
export function without(name: string) {
  return (given: Given): object =>
    Object.fromEntries(Object.entries(given).filter(([other]) => other !== name));
}

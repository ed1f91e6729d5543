/** Arguments of a call by keyword, or by position. */
export type Given = Readonly<Record<string, unknown>> | readonly unknown[];

/** A call of a method. */
export interface RpcCall {
  readonly resource: string;
  readonly method: string;
  /** @default none */
  readonly given?: Given;
}

/** A call as it goes over the wire: arguments by keyword as `kwarg`, by position as `args` (the vendor's own samples). */
export function callBody({ resource, method, given = {} }: RpcCall, riq: number): object {
  const args = Array.isArray(given) ? { args: given } : { kwarg: given };
  return { riq, resource, method, ...args };
}

/** A call in words: `tgt.get_target_group({"limit":1})`. */
export function callWords({ resource, method, given = {} }: RpcCall): string {
  return `${resource}.${method}(${JSON.stringify(given).slice(0, 200)})`;
}

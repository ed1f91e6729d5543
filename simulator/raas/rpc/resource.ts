import type { Resources } from '../../../schemas/generated/raas/resources.ts';
import type { Caller } from '../accounts/caller.ts';
import type { Raas } from '../raas.ts';
import type { ResourceName } from './method-table.ts';

/** A call of a method: its arguments have been checked, and its caller is allowed to make it. */
export interface Call<Arguments> {
  readonly raas: Raas;
  readonly caller: Caller;
  /** Every parameter of the method has a value here, its default at least. */
  readonly args: Arguments;
  /** Adds to the `warnings` of the envelope. */
  readonly warn: (warning: string) => void;
}

/** A method of these arguments and this reply. */
type Method<Table> = Table extends { arguments: infer Arguments; reply: infer Reply }
  ? (call: Call<Arguments>) => Reply | Promise<Reply>
  : never;

/** The methods of a resource, each carrying a call out. */
export type Resource<Name extends ResourceName> = {
  readonly [Key in keyof Resources[Name]]: Method<Resources[Name][Key]>;
};

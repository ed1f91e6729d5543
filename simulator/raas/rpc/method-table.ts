import { RESOURCE_TABLES, type Resources } from '../../../schemas/generated/raas/resources.ts';
import type { Json, JsonObject } from '../json.ts';

/** The name of a resource. */
export type ResourceName = keyof Resources;

/** What is said of a method: schemas/raas/<resource>.json. */
export interface MethodTable {
  /** What it does, in a sentence. */
  readonly doc: string;
  /** What a caller needs to be allowed; null for nothing more than having signed in. */
  readonly permission: string | null;
  /** The name of each parameter in order, and its default where it has one. */
  readonly parameters: readonly (readonly [name: string, standard?: Json])[];
  /** A JSON Schema of the arguments by name. */
  readonly arguments: ArgumentsSchema;
  /** Whether `api.discover` tells the schema. @default true */
  readonly published?: boolean;
  /** A JSON Schema of what it gives. */
  readonly reply: JsonObject;
}

/** A JSON Schema of the arguments of a method. */
export interface ArgumentsSchema extends JsonObject {
  readonly properties: Readonly<Record<string, JsonObject>>;
}

/** What is said of a resource. */
export interface ResourceTable {
  readonly doc: string;
  readonly methods: Readonly<Record<string, MethodTable>>;
}

/** Every resource with its methods, by name: what calls are checked against, and what `api.discover` tells. */
export const METHOD_TABLE = RESOURCE_TABLES as unknown as Readonly<
  Record<ResourceName, ResourceTable>
>;

/** What is said of a method; undefined where there is none of the name. */
export function findTable(resource: string, method: string): MethodTable | undefined {
  const tables: Readonly<Record<string, ResourceTable>> = METHOD_TABLE;
  const table = Object.hasOwn(tables, resource) ? tables[resource] : undefined;
  return table !== undefined && Object.hasOwn(table.methods, method)
    ? table.methods[method]
    : undefined;
}

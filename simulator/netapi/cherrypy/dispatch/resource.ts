import type { PyValue } from '../../../python/value.ts';
import type { Exchange } from '../exchange.ts';

/** The tools of the pipeline that a resource switches on, by CherryPy's and Salt's names. */
export interface Tools {
  readonly salt_token: boolean;
  readonly sessions: boolean;
  readonly salt_auth: boolean;
  readonly hypermedia_in: boolean;
  readonly lowdata_fmt: boolean;
  readonly hypermedia_out: boolean;
  readonly salt_ip_verify: boolean;
  readonly websocket: boolean;
  /** Whether the body goes out piece by piece, without a length. */
  readonly stream: boolean;
}

/** What a path names, a resource or nothing, has switched off unless it says otherwise. */
export const NO_TOOLS: Tools = {
  salt_token: false,
  sessions: false,
  salt_auth: false,
  hypermedia_in: false,
  lowdata_fmt: false,
  hypermedia_out: false,
  salt_ip_verify: false,
  websocket: false,
  stream: false,
};

/** The tools of Salt's LowDataAdapter, which almost every resource builds on. */
export const LOWDATA_TOOLS: Tools = {
  ...NO_TOOLS,
  salt_token: true,
  sessions: true,
  hypermedia_in: true,
  lowdata_fmt: true,
  hypermedia_out: true,
  salt_ip_verify: true,
};

/** A handler's arguments: path segments and query parameters, bound to the names it has for them. */
export type HandlerArguments = ReadonlyMap<string, string>;

/** One method of a resource. */
export interface ResourceMethod {
  /** Names for path segments and query parameters, all optional. */
  readonly parameters?: readonly string[];
  /** Whether query parameters it has no name for are let through, as a Python `**kwargs` does. */
  readonly anyQuery?: boolean;
  /** Whether any number of path segments is let through. */
  readonly anyPath?: boolean;
  /** Where this method's tools differ from its resource's. */
  readonly tools?: Partial<Tools>;
  /**
   * Answers the request: with a value to be serialised, or with none where it wrote
   * the body, or the whole response, itself.
   *
   * @param segments what follows the resource's own segment in the path, decoded
   */
  handle(
    exchange: Exchange,
    args: HandlerArguments,
    segments: readonly string[],
  ): PyValue | undefined | Promise<PyValue | undefined>;
}

/** What stands at a path: its methods by name, and the tools they share. */
export interface Resource {
  readonly tools: Tools;
  readonly methods: Readonly<Partial<Record<'GET' | 'POST', ResourceMethod>>>;
}

/** What the scanner makes of a text: libyaml's tokens, block structure made visible. */
export type Token = (
  | { readonly type: StructureToken }
  | { readonly type: 'version directive'; readonly version: string }
  | { readonly type: 'tag directive'; readonly handle: string; readonly prefix: string }
  | { readonly type: 'anchor' | 'alias'; readonly name: string }
  | { readonly type: 'tag'; readonly handle: string; readonly suffix: string }
  | { readonly type: 'scalar'; readonly value: string; readonly plain: boolean }
) & {
  /** Where the token begins in the text. */
  readonly at: number;
};

/** The tokens that carry nothing but their place. */
export type StructureToken =
  | 'stream end'
  | 'document start'
  | 'document end'
  | 'block sequence start'
  | 'block mapping start'
  | 'block end'
  | 'block entry'
  | 'flow sequence start'
  | 'flow sequence end'
  | 'flow mapping start'
  | 'flow mapping end'
  | 'flow entry'
  | 'key'
  | 'value';

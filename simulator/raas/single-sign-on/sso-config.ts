import type { JsonObject } from '../json.ts';

/** How users of somebody else's identity provider get in (raas-methods, settings.save_sso_config). */
export interface SsoConfig {
  /** What it is called in URLs, made from its name. */
  readonly slug: string;
  readonly name: string;
  backend: string;
  config: JsonObject;
}

/** The slug of a name: lower case, with hyphens for what is no letter or digit. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}

import type { Access } from '../accounts/access.ts';
import type { JsonObject } from '../json.ts';

/** How RaaS asks a directory: a back end that its users log in by (raas §3.9). */
export interface AuthConfig {
  readonly uuid: string;
  config_name: string;
  /** The rest of what was saved, but for the password that RaaS shows the directory. */
  settings: JsonObject;
  bind_pw: string | null;
  readonly access: Access;
}

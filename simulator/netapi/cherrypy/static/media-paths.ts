import type { RestCherryPyConfig } from '../../../master/config.ts';

/** The paths of the app's page and of the static files; they count even where neither is configured. */
export function mediaPaths({ app_path, static_path }: RestCherryPyConfig): {
  readonly appPath: string;
  readonly staticPath: string;
} {
  return { appPath: app_path ?? '/app', staticPath: static_path ?? '/static' };
}

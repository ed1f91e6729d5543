import {
  PREVIEW_TYPES,
  type PreviewEntry,
  type PreviewType,
} from '../../directories/directory-preview.ts';
import type { Preview } from '../../directories/directory-previews.ts';
import { pageOf } from '../../paging.ts';
import type { Raas } from '../../raas.ts';
import type { Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { expectAuthConfig } from './expect-auth-config.ts';

type Methods =
  | 'start_directory_preview'
  | 'get_directory_preview_status'
  | 'get_directory_preview_records'
  | 'end_directory_preview';

/** Looks into directories, which tasks in the background take (raas-methods, settings). */
export const directoryPreviews: Pick<Resource<'settings'>, Methods> = {
  start_directory_preview({ raas, args }) {
    const { config_name, include_raas_links, ...rest } = args;
    expectAuthConfig(raas.authConfigs.all(), config_name);
    const request = { ...rest, config_name, preview_type: expectType(args.preview_type) };
    try {
      return statusOf(raas.directoryPreviews.start(request, include_raas_links));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new RpcError('InvalidRequest', `The filter cannot be read: ${error.message}.`, {
        custom_directory_filter: error.message,
      });
    }
  },
  get_directory_preview_status: ({ raas, args }) => statusOf(expectPreview(raas, args)),
  get_directory_preview_records({ raas, args }) {
    const preview = expectPreview(raas, args);
    const { results } = pageOf(preview.entries, args, () => null);
    return {
      status: preview.status,
      entries: results.map((entry) =>
        preview.include_raas_links ? { ...entry, ...linkOf(raas, preview, entry) } : entry,
      ),
    };
  },
  end_directory_preview({ raas, args }) {
    raas.directoryPreviews.end(args.config_name, args.preview_type, args.task_id);
    return null;
  },
};

function statusOf({ task_id, status, entries }: Preview) {
  return { task_id, status, count: entries.length };
}

/** Whether RaaS knows an entry as a user or group of its own, and lets it in. */
function linkOf({ accounts }: Raas, { request }: Preview, { name }: PreviewEntry) {
  const { config_name, preview_type } = request;
  const user = preview_type === 'user' ? accounts.user(name, config_name) : undefined;
  const group = preview_type === 'group' ? accounts.group(name, config_name) : undefined;
  return { raas_uuid: (user ?? group)?.uuid ?? null, raas_enabled: user?.isEnabled ?? null };
}

function expectType(type: string): PreviewType {
  const known = PREVIEW_TYPES.find((name) => name === type);
  if (known !== undefined) return known;
  throw new RpcError('InvalidRequest', `There is no preview of ${type}.`, {
    preview_type: `must be one of ${PREVIEW_TYPES.join(', ')}`,
  });
}

function expectPreview(
  raas: Raas,
  args: {
    readonly config_name: string;
    readonly preview_type: string;
    readonly task_id: string | null;
  },
): Preview {
  const { config_name, preview_type, task_id } = args;
  const preview = raas.directoryPreviews.find(config_name, preview_type, task_id ?? '');
  if (preview !== undefined) return preview;
  throw new RpcError('NotFound', `There is no ${preview_type} preview of ${config_name}.`, {
    [task_id === null ? 'config_name' : 'task_id']: 'no preview was started, or it was ended',
  });
}

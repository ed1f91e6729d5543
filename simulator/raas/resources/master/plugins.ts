import { createHash } from 'node:crypto';
import { newJid } from '../../../master/jid.ts';
import { pluginStatus } from '../../masters/plugin-state.ts';
import { holds, pageOf } from '../../paging.ts';
import { RAAS_VERSION } from '../../raas-version.ts';
import type { Resource } from '../../rpc/resource.ts';
import { seenMasters } from './lists.ts';

type Methods = Resource<'master'>;

/** The masters with the state of their plugin. */
export const getPluginStatus: Methods['get_plugin_status'] = ({ raas, args }) => {
  const now = raas.clock.now();
  const rows = seenMasters(raas).map(({ uuid, master_id, cluster_id, last_seen }) => {
    const { plugin } = raas.knownMasters.expect(master_id);
    return {
      uuid,
      master_id,
      cluster_id,
      plugin_status: pluginStatus(plugin, now),
      plugin_version: plugin.version,
      last_update_jid: plugin.last_update_jid,
      last_seen,
      log_messages: plugin.log_messages,
    };
  });
  const found = rows
    .filter(({ master_id }) => holds(master_id, args.master_id))
    .filter(({ cluster_id }) => holds(cluster_id, args.cluster_id))
    .filter(({ plugin_status: it }) => args.plugin_status?.includes(it) ?? true);
  return pageOf(found, args, (row, name) => row[name as keyof typeof row]);
};

/** When the plugin was built, which nobody did. */
const BUILD_DATE = '2026-01-02T00:00:00';

/** The plugin that this RaaS gives to masters, and the one before it. */
export function getPluginVersions(): ReturnTypeOf<'get_plugin_versions'> {
  const name = `SSEAPE-${RAAS_VERSION}`;
  const filename = `${name}-py3-none-any.whl`;
  const message = 'success';
  const sha256 = createHash('sha256').update(filename).digest('hex');
  return {
    current: {
      build_date: BUILD_DATE,
      git_describe: `v${RAAS_VERSION}`,
      name,
      message,
      sha256,
      filename,
    },
    rollback: { name, message, filename },
  };
}

type ReturnTypeOf<Name extends keyof Methods> = Awaited<ReturnType<Methods[Name]>>;

/** Notes what a master tells of its plugin. */
export const setPluginStatus: Methods['set_plugin_status'] = ({ raas, args }) => {
  const known = raas.knownMasters.expect(args.master_id);
  known.lastPush = raas.clock.now();
  const { plugin } = known;
  plugin.status = args.status;
  plugin.updating = undefined;
  if (args.last_update_jid !== null) plugin.last_update_jid = args.last_update_jid;
  if (args.log_messages !== null) plugin.log_messages = args.log_messages;
  return null;
};

/** Has a master update its plugin; one that is not connected cannot. */
export const updatePlugin: Methods['update_plugin'] = ({ raas, args }) => {
  const { plugin, attachedAt } = raas.knownMasters.expect(args.master_id);
  const jid = newJid(raas.clock);
  plugin.last_update_jid = jid;
  if (attachedAt === undefined) plugin.status = 'cannot_update_disconnected';
  else plugin.updating = raas.clock.now();
  return jid;
};

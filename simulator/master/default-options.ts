import { dict, type PyDict } from '../python/value.ts';

/** What a master does where its configuration says nothing (salt-core §10, the same on 3006 to 3008). */
export const DEFAULT_OPTIONS: PyDict = dict({
  id: 'saltproof_master',
  user: 'root',
  external_auth: new Map(),
  token_expire: 43200,
  token_expire_user_override: false,
  permissive_acl: false,
  netapi_enable_clients: [],
  netapi_allow_raw_shell: false,
  keep_jobs: 24,
  keep_jobs_seconds: 86400,
  loop_interval: 60,
  timeout: 5,
  gather_job_timeout: 10,
  rest_timeout: 300,
  hash_type: 'sha256',
  nodegroups: new Map(),
});

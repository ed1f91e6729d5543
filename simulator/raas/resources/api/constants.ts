import type { JsonObject } from '../../json.ts';
import { PERMISSIONS } from '../../permissions.ts';
import { COMMAND_STATES } from '../../commands/command-state.ts';

/** What `api.discover` gives as constants; of real RaaS the first three names are known (raas §5). */
export const CONSTANTS: JsonObject = {
  'rpc-api-version': '1.0',
  permissions: PERMISSIONS,
  'command-states': COMMAND_STATES,
};

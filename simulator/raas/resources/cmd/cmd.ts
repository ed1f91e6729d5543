import type { Resource } from '../../rpc/resource.ts';
import { controlJob } from './control-job.ts';
import { getCmdDetails } from './get-cmd-details.ts';
import { getCmdStatus } from './get-cmd-status.ts';
import { getCmds } from './get-cmds.ts';
import {
  getHighstateMinionDetails,
  getHighstateMinions,
  getHighstateStateDetails,
  getHighstateStates,
} from './highstates.ts';
import { getHighstateStats } from './highstate-stats.ts';
import { routeCmd } from './route-cmd.ts';
import { trackState } from './track-state.ts';

/** The resource `cmd`: commands to masters and minions, and what became of them (raas §7). */
export const cmd: Resource<'cmd'> = {
  async get_cmd_details({ raas, args }) {
    const details = getCmdDetails(raas, args);
    await raas.engine.lookedAt();
    return details;
  },
  async get_cmd_status({ raas, args }) {
    const status = getCmdStatus(raas.commands, args.jids);
    await raas.engine.lookedAt();
    return status;
  },
  async get_cmds({ raas, args }) {
    const commands = getCmds(raas, args);
    await raas.engine.lookedAt();
    return commands;
  },
  get_highstate_minion_details: ({ raas, args }) => getHighstateMinionDetails(raas, args),
  get_highstate_minions: getHighstateMinions,
  get_highstate_state_details: ({ raas, args }) => getHighstateStateDetails(raas, args),
  get_highstate_states: ({ raas, args }) => getHighstateStates(raas, args),
  get_highstate_stats: ({ raas, args }) => getHighstateStats(raas, args),
  pause_job: ({ raas, caller, args }) => controlJob(raas, caller, 'pause', args),
  resume_job: ({ raas, caller, args }) => controlJob(raas, caller, 'resume', args),
  route_cmd: routeCmd,
  stop_job: ({ raas, caller, args }) => controlJob(raas, caller, 'stop', args),
  track_state: ({ raas, args }) => trackState(raas, args),
};

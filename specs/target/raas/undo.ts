import { callWords, type Given, type RpcCall } from './rpc-call.ts';

/** What a save is undone by: the method, and the arguments it takes from what was saved and what came back. */
interface Undoing {
  readonly method: string;
  /** The keyword that takes the uuid which the save returned. */
  readonly uuid?: string;
  /** Keywords that take what the save was given. */
  readonly same?: readonly string[];
  readonly always?: Readonly<Record<string, unknown>>;
}

/** How what a requirement saves is taken away again, by resource and method. */
export const UNDOINGS: Readonly<Record<string, Undoing>> = {
  'admin.save_vra_params': { method: 'delete_vra_params', uuid: 'param_uuid' },
  'auth.save_group': { method: 'delete_group', same: ['config_name', 'group_name'] },
  'auth.save_group_link': {
    method: 'delete_group_link',
    same: ['group_name', 'config_name', 'ext_group_name'],
  },
  'auth.save_role': { method: 'delete_role', same: ['role_name'] },
  'auth.save_user': { method: 'delete_user', same: ['config_name', 'username'] },
  'conf.save_master_config': { method: 'delete_master_config', same: ['master_id'] },
  'fs.save_file': { method: 'delete_file', same: ['saltenv', 'path'] },
  'job.save_job': { method: 'delete_job', uuid: 'job_uuid', always: { force: true } },
  'kv.set_key': { method: 'delete_key', same: ['key'] },
  'kv.set_system_key': { method: 'delete_system_key', same: ['key'] },
  'license.save_license': { method: 'delete_license', uuid: 'license_uuid_or_serial' },
  'master.save_master': { method: 'delete_master', uuid: 'master_uuid' },
  'pillar.save_pillar': { method: 'delete_pillar', uuid: 'pillar_uuid' },
  'schedule.save': { method: 'remove', uuid: 'uuid' },
  'sec.save_policy': { method: 'delete_policy', uuid: 'policy_uuid' },
  'settings.save_auth_config': { method: 'delete_auth_config', same: ['config_name'] },
  'tgt.save_target_group': {
    method: 'delete_target_group',
    uuid: 'tgt_uuid',
    always: { force: true },
  },
  'vman.save_advisory_state_link': {
    method: 'delete_advisory_state_link',
    uuid: 'advisory_state_xref_uuid',
  },
  'vman.save_connector': { method: 'delete_connector', same: ['vendor'] },
  'vman.save_exemption_group': { method: 'delete_exemption_group', uuid: 'exemption_group_uuid' },
  'vman.save_policy': { method: 'delete_policy', uuid: 'policy_uuid' },
};

/**
 * The call that takes away what a call has saved.
 *
 * @throws Error for a method that the table does not know: the suite's own fault
 */
export function undoOf(
  resource: string,
  method: string,
  kwarg: Readonly<Record<string, unknown>>,
  ret: unknown,
): RpcCall {
  const undoing = UNDOINGS[`${resource}.${method}`];
  if (undoing === undefined)
    throw new Error(`How ${resource}.${method} is undone is missing in specs/target/raas/undo.ts.`);
  const { uuid, same = [], always = {} } = undoing;
  return {
    resource,
    method: undoing.method,
    given: {
      ...Object.fromEntries(
        same.filter((name) => kwarg[name] !== undefined).map((name) => [name, kwarg[name]]),
      ),
      ...(uuid !== undefined && { [uuid]: ret }),
      ...always,
    },
  };
}

/** What a requirement must take away again, the last first. */
export class Undos {
  readonly #calls: RpcCall[] = [];
  readonly #succeeded: RpcCall[] = [];

  /** What was saved twice is taken away once. */
  add(call: RpcCall): void {
    if (!this.#calls.some((known) => isSame(known, call))) this.#calls.push(call);
  }

  /** Notes what a requirement did itself, so that it is not done again. */
  succeeded(call: RpcCall): void {
    this.#succeeded.push(call);
  }

  /** Makes the calls, whatever becomes of the others; gives what could not be taken away, a line each. */
  async run(rpc: (call: RpcCall) => Promise<{ readonly error: unknown }>): Promise<string[]> {
    const calls = this.#calls.splice(0).toReversed();
    const done = this.#succeeded.splice(0);
    const left: string[] = [];
    for (const call of calls) {
      if (done.some((other) => isSame(other, call))) continue;
      try {
        const { error } = await rpc(call);
        if (error !== null) left.push(`${callWords(call)}: ${JSON.stringify(error)}`);
      } catch (error) {
        left.push(`${callWords(call)}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    // What was made here undoes nothing of the next requirement's.
    this.#succeeded.length = 0;
    return left;
  }
}

/** Whether a call took away what another would: the same method of the same thing. */
function isSame(made: RpcCall, planned: RpcCall): boolean {
  const given = new Set(textsIn(made.given));
  return (
    made.resource === planned.resource &&
    made.method === planned.method &&
    textsIn(planned.given).every((text) => given.has(text))
  );
}

/** The texts among arguments, those in lists too: lists name things as well. */
function textsIn(given: Given = {}): string[] {
  const values: readonly unknown[] = Object.values(given).flat(Infinity);
  return values.filter((value) => typeof value === 'string');
}

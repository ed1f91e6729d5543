import { argument } from '../../python/argument.ts';
import { compareCodePoints } from '../../python/compare.ts';
import { fnmatch } from '../../python/fnmatch.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import type { PyValue } from '../../python/value.ts';
import type { ServiceState } from '../minion/service-state.ts';
import type { ExecutionCall, ExecutionFunction, ExecutionModule } from './function.ts';

/**
 * The `service` module: a few services that every Linux machine has, which can be started and
 * stopped (salt.modules.service; seen on 3006.28, 3007.15 and 3008.3).
 */
export const service: ExecutionModule = {
  get_all: listing('get_all', 'Answers the names of all services, sorted.', () => true),
  get_enabled: listing('get_enabled', 'Answers the services that start at boot.', isEnabled),
  get_disabled: listing(
    'get_disabled',
    'Answers the services that do not start at boot.',
    (state) => !state.enabled,
  ),
  get_running: listing('get_running', 'Answers the services that run.', (state) => state.running),
  status: {
    signature: signature('status', ['name'], { sig: null }),
    doc: 'Answers whether a service runs; for a glob it answers so of each service that matches.',
    run: status,
  },
  available: asking('available', 'Answers whether there is such a service.', (state) => !!state),
  missing: asking('missing', 'Answers whether there is no such service.', (state) => !state),
  enabled: asking(
    'enabled',
    'Answers whether a service starts at boot.',
    (state) => state?.enabled === true,
    { kwargs: true },
  ),
  disabled: asking(
    'disabled',
    'Answers whether there is such a service and it does not start at boot.',
    (state) => state?.enabled === false,
  ),
  start: changing('start', 'Starts a service.', (state) => (state.running = true)),
  stop: changing('stop', 'Stops a service.', (state) => (state.running = false)),
  restart: changing('restart', 'Stops a service and starts it.', (state) => (state.running = true)),
  reload: changing('reload', 'Has a service read its settings anew.', () => undefined),
  force_reload: changing('force_reload', 'Has a service read its settings anew.', () => undefined),
  enable: changing('enable', 'Has a service start at boot.', (state) => (state.enabled = true), {
    kwargs: true,
  }),
  disable: changing(
    'disable',
    'Has a service not start at boot.',
    (state) => (state.enabled = false),
    { kwargs: true },
  ),
};

function isEnabled({ enabled }: ServiceState): boolean {
  return enabled;
}

function stateOf(call: ExecutionCall): ServiceState | undefined {
  return call.memory.services.get(str(argument(call, 'name')));
}

function status(call: ExecutionCall): PyValue {
  const name = str(argument(call, 'name'));
  if (!/[*?[]/.test(name)) return stateOf(call)?.running ?? false;
  const alike = [...call.memory.services]
    .filter(([service]) => fnmatch(service, name))
    .toSorted(([a], [b]) => compareCodePoints(a, b));
  return new Map(alike.map(([service, { running }]) => [service, running]));
}

function listing(
  name: string,
  doc: string,
  isMeant: (state: ServiceState) => boolean,
): ExecutionFunction {
  return {
    signature: signature(name),
    doc,
    run: ({ memory }) =>
      [...memory.services]
        .filter(([, state]) => isMeant(state))
        .map(([service]) => service)
        .toSorted(compareCodePoints),
  };
}

function asking(
  name: string,
  doc: string,
  answer: (state: ServiceState | undefined) => boolean,
  rest = {},
): ExecutionFunction {
  return {
    signature: signature(name, ['name'], {}, rest),
    doc,
    run: (call) => answer(stateOf(call)),
  };
}

/** Answers whether it went well, which it does for every service that there is. */
function changing(
  name: string,
  doc: string,
  change: (state: ServiceState) => unknown,
  rest = {},
): ExecutionFunction {
  return {
    signature: signature(name, ['name'], {}, rest),
    doc,
    run: (call) => {
      const state = stateOf(call);
      if (state === undefined) return false;
      change(state);
      return true;
    },
  };
}

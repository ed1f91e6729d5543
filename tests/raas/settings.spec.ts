import { expect, test } from '@playwright/test';
import { startSimulator, type Simulator } from '../../simulator/index.ts';
import { RpcClient } from './rpc-client.ts';

let simulator: Simulator;
test.beforeEach(async () => {
  simulator = await startSimulator({ netapi: ['raas'] });
});
test.afterEach(() => simulator.close());

test('of what anybody may see there is a banner for the log-in page', async () => {
  const root = await RpcClient.root(simulator.url);
  expect(
    await root.call('settings.get_config_unprotected', { name: 'login_banner' }),
  ).toMatchObject({ enabled: false });
});

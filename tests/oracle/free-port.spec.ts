import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { test, expect } from '@playwright/test';
import { freePort } from '../../oracle/salt/free-port.ts';

async function listen(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

test('a free port can be listened on', async () => {
  const port = await freePort();
  const server = await listen(port);
  expect((server.address() as AddressInfo).port).toBe(port);
  server.close();
});

test('a wanted port that is taken is an error that names it', async () => {
  const server = await listen(0);
  const { port } = server.address() as AddressInfo;
  await expect(freePort(port)).rejects.toThrow(`Port ${port} on 127.0.0.1 cannot be had`);
  server.close();
});

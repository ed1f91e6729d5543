import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, writeFileSync } from 'node:fs';
import { test, expect } from '@playwright/test';
import { ProcessGroup } from '../../oracle/processes/process-group.ts';
import { runCommand } from '../../oracle/processes/run-command.ts';
import { endStrayProcesses } from '../../oracle/processes/stray-processes.ts';

/** A shell and a program that it starts. Both hold the output open: it ends when both are gone. */
const LONG = 'sleep 3600 & echo started; wait';

async function startLong(...args: string[]): Promise<ProcessGroup> {
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const group = new ProcessGroup('sh', ['-c', LONG, ...args], { stdio: [...stdio] });
  await new Promise((resolve) => group.child.stdout?.once('data', resolve));
  return group;
}

test('a signal to a group reaches what its program started', async () => {
  const group = await startLong();
  expect(group.isRunning).toBe(true);
  group.signal('SIGKILL');
  await once(group.child, 'close');
  expect(group.isRunning).toBe(false);
});

test('a program that does not exist counts as not running', async () => {
  const group = new ProcessGroup('/nowhere/salt-master', [], { stdio: 'ignore' });
  const [error] = (await once(group.child, 'error')) as [NodeJS.ErrnoException];
  expect(error.code).toBe('ENOENT');
  expect(group.isRunning).toBe(false);
});

test('a command gives what it printed, and fails with the end of it', async () => {
  expect(await runCommand('sh', ['-c', 'echo out; echo err >&2'])).toContain('out');
  await expect(runCommand('sh', ['-c', 'echo no space left; exit 3'])).rejects.toThrow(
    /failed with 3:\nno space left/,
  );
});

test('a command does not outlive a process that a signal ends', async () => {
  const fifo = test.info().outputPath('output');
  execFileSync('mkfifo', [fifo]);
  const output = createReadStream(fifo);
  const script = `
    import { runCommand } from './oracle/processes/run-command.ts';
    await runCommand('sh', ['-c', ${JSON.stringify(`exec > '${fifo}'; ${LONG}`)}]);`;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { stdio: 'ignore' },
  );
  const ended = once(child, 'close').then(() => 'ended');
  const first = await Promise.race([once(output, 'data').then(() => 'printed'), ended]);
  // Whoever opens a fifo waits for the other side, and keeps this process from ending.
  if (first === 'ended') writeFileSync(fifo, '');
  expect(first).toBe('printed');
  const gone = once(output, 'end');
  child.kill('SIGTERM');
  await ended;
  expect(child.signalCode).toBe('SIGTERM');
  await gone;
});

test('a job that left its minion’s group is ended by the directory it was configured in', async () => {
  test.skip(!existsSync('/proc/self/cmdline'), 'only Linux tells the command lines of processes');
  const job = await startLong('-c', '/tmp/sp-tested/web1/etc');
  const other = await startLong('-c', '/tmp/sp-tested-not/web1/etc');
  endStrayProcesses('/tmp/sp-tested');
  await once(job.child, 'close');
  expect(other.isRunning).toBe(true);
  other.signal('SIGKILL');
  await once(other.child, 'close');
});

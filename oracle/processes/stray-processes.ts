import { readdirSync, readFileSync } from 'node:fs';
import { signalGroup } from './process-group.ts';

/**
 * Ends what daemons configured below a directory have left running outside their process groups.
 *
 * A minion runs each job in a session of its own, so a long one outlives the minion. Only Linux can
 * be asked for them; elsewhere such a job ends when it is done.
 */
export function endStrayProcesses(directory: string): void {
  for (const pid of runningProcesses()) {
    if (!isConfiguredBelow(directory, read(pid, 'cmdline'))) continue;
    const group = groupIn(read(pid, 'stat'));
    if (group !== undefined) signalGroup(group, 'SIGKILL');
  }
}

/** @param commandLine as /proc gives it: parted by zero bytes, or by blanks once Salt has set a title */
function isConfiguredBelow(directory: string, commandLine: string): boolean {
  return commandLine.replaceAll('\0', ' ').includes(` -c ${directory}/`);
}

/** The process group in /proc's stat: the third field after the name, which may hold anything. */
function groupIn(stat: string): number | undefined {
  const group = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
  return Number.isInteger(group) ? group : undefined;
}

function runningProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Empty for a process that has just ended. */
function read(pid: string, file: 'cmdline' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

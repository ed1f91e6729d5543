import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How long the path of a temporary directory may be; Salt adds up to 40 to it, and sockets have about 100. */
const LONGEST = 50;

/**
 * Makes a directory for one oracle, with a path short enough for sockets.
 *
 * @param parent where temporary files go; /tmp where that is too long, as on macOS
 */
export function makeRunDirectory(parent: string = tmpdir()): string {
  return mkdtempSync(join(parent.length > LONGEST ? '/tmp' : parent, 'sp-'));
}

/** Removes it; daemons that have just been ended may still be writing into it. */
export function removeRunDirectory(directory: string): void {
  rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

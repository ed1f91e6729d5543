import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OBSERVED_DIRECTORY } from '../observed-files.ts';

/** A step in which the simulator differs from real Salt, and why that stays so. */
export interface Exception {
  /** The releases where it does: `3008.3`. */
  readonly releases: readonly string[];
  readonly id: string;
  /** From 1. */
  readonly step: number;
  readonly reason: string;
  /** Whether real Salt differs here from run to run as well: then two recordings may. */
  readonly varies?: true;
}

/** The exceptions that hold for a release. */
export function exceptionsOf(release: string, exceptions: readonly Exception[]): Exception[] {
  return exceptions.filter(({ releases }) => releases.includes(release));
}

/** The steps that are known to differ: fixtures/observed/exceptions.json. */
export function readExceptions(directory = OBSERVED_DIRECTORY): Exception[] {
  return JSON.parse(readFileSync(join(directory, 'exceptions.json'), 'utf8')) as Exception[];
}

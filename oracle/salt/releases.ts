import type { Installation } from '../pypi/install.ts';

/** A Salt release as it installs from PyPI, with what salt-api needs beside it. */
export interface Release extends Installation {
  readonly line: string;
  readonly version: string;
}

/** CherryPy and ws4py are not among Salt's own requirements; without them salt-api listens to nobody. */
const NETAPI_REQUIREMENTS = ['cherrypy==18.10.0', 'cheroot==11.1.2', 'ws4py==0.6.0'];

function release(line: string, version: string): Release {
  const requirements = [`salt==${version}`, ...NETAPI_REQUIREMENTS];
  return { name: `salt-${version}`, line, version, requirements };
}

/** The releases that the suite and the simulator are held against, one a line. */
export const RELEASES: readonly Release[] = [
  release('3006', '3006.28'),
  release('3007', '3007.15'),
  release('3008', '3008.3'),
];

/**
 * The release of a line.
 *
 * @throws Error naming the lines there are
 */
export function releaseOf(line: string): Release {
  const found = RELEASES.find((known) => known.line === line);
  if (found !== undefined) return found;
  const lines = RELEASES.map((known) => known.line).join(', ');
  throw new Error(`There is no Salt line "${line}" to run. Name one of ${lines}.`);
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FixtureFleet, JsonObject } from '../fixture.ts';

/**
 * Writes the states of a fleet as SLS files below a file root, `web.proxy` as `web/proxy.sls`, and
 * the top file that hands them out. A fleet without a top has no top file.
 */
export function writeStates(
  directory: string,
  { states = {}, top }: Pick<FixtureFleet, 'states' | 'top'>,
): void {
  for (const [sls, content] of Object.entries(states))
    writeSls(directory, sls.replaceAll('.', '/'), content);
  if (top !== undefined) writeSls(directory, 'top', { base: top });
}

/** JSON is YAML, and with blanks between its brackets it is no template either. */
function writeSls(directory: string, name: string, content: JsonObject): void {
  const path = join(directory, `${name}.sls`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(content, null, 2));
}

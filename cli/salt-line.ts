import { DOCUMENTED_LINE } from '../specs/salt-lines.ts';
import { UsageError } from './usage-error.ts';

/**
 * The Salt line that `--salt` means: that of a release, or the world of a manual.
 *
 * @throws UsageError for anything else
 */
export function saltLine(salt: string): string {
  const [line = ''] = salt.split('.');
  if (/^\d{4}$/.test(line)) return line;
  if (salt === DOCUMENTED_LINE) return salt;
  throw new UsageError(
    `--salt must be a line or release of Salt such as 3008 or 3006.28, or ${DOCUMENTED_LINE} for what its manual says, not "${salt}".`,
  );
}

import { readFileSync } from 'node:fs';
import type { MasterConfig } from '../master/config.ts';
import { passwordFileName } from '../master/eauth/password-file.ts';
import { str } from '../python/repr.ts';
import type { PyDict } from '../python/value.ts';

/** The password file of the back end `file`, read once, and what is to be said of it. */
export interface PasswordFile {
  /** Undefined where there is none, or none that can be read: then nobody logs in by it. */
  readonly text: string | undefined;
  /** A sentence each. */
  readonly warnings: readonly string[];
}

/**
 * Reads the file that `external_auth: {file: {^filename: ...}}` names.
 *
 * A real master looks for it at each log-in, and starts without it; so a file that cannot be read is
 * no error here, but a warning (auth/file.py, 3006.28 to 3008.3).
 */
export function passwordFile(config: MasterConfig): PasswordFile {
  const backend = config.external_auth.get('file') ?? null;
  const name = passwordFileName(backend);
  if (backend === null || name === undefined) return { text: undefined, warnings: [] };
  const warnings = warningsOn(backend);
  if (typeof name !== 'string')
    return { text: undefined, warnings: [...warnings, `${NOBODY}: ^filename must be a path.`] };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      readFileSync(name),
    );
    return { text, warnings };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const sentence = `${NOBODY}: ${name}, which ^filename names, cannot be read: ${why}.`;
    return { text: undefined, warnings: [...warnings, sentence] };
  }
}

const NOBODY = 'external_auth: file lets nobody in';
const HASHTYPES = ['plaintext', 'md5', 'sha256', 'sha512'];

function warningsOn(backend: PyDict): string[] {
  const warnings: string[] = [];
  const type = str(backend.get('^filetype') ?? 'text');
  if (type !== 'text')
    warnings.push(
      `${NOBODY}: ^filetype ${type} is not read, only text. A real master reads htpasswd and htdigest where passlib is installed.`,
    );
  const hashtype = str(backend.get('^hashtype') ?? 'plaintext');
  if (!HASHTYPES.includes(hashtype))
    warnings.push(
      `${NOBODY}: ^hashtype ${hashtype} is none that Salt knows. Name one of ${HASHTYPES.join(', ')}.`,
    );
  return warnings;
}

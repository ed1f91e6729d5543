/** The permission that allows everything. */
export const SUPERUSER = 'superuser';

/**
 * Permissions by what they are about (raas §6): `readWriteDelete('job')` gives job-read, job-write, job-delete.
 *
 * @param things names, separated by spaces
 */
export function readWriteDelete(things: string): string[] {
  return things
    .split(' ')
    .flatMap((thing) => ['delete', 'read', 'write'].map((kind) => `${thing}-${kind}`));
}

const FULL =
  'cloud cmd formula fs group job master master-config master-fs minion pillar returner role schedule target user';
const OTHERS =
  'cmd-run cmd-runner-run cmd-wheel-run cmd-ssh-run job-run license-read metadata-auth-read target-allminions-run';

/** The permissions that roles can have. */
export const PERMISSIONS: readonly string[] = [
  ...readWriteDelete(FULL),
  ...OTHERS.split(' '),
  SUPERUSER,
].toSorted();

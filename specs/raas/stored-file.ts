import type { RaasTarget } from '../target/raas/raas-target.ts';

/** An environment that every server has. */
export const saltenv = 'base';

/** A path that nothing else has. */
export function newPath(target: RaasTarget, end = '.txt'): string {
  return `/${target.unique('file')}${end}`;
}

/** Saves a file that is taken away at the end. What save_file returns is not known. */
export async function saveFile(
  target: RaasTarget,
  path: string,
  contents: string,
  content_type: string | null = 'text/plain',
): Promise<void> {
  target.undo({ resource: 'fs', method: 'delete_file', given: { saltenv, path } });
  await target.ret('fs', 'save_file', { saltenv, path, contents, content_type });
}

/** The file at a path, with its contents. */
export function getFile(target: RaasTarget, path: string) {
  return target.reply('fs', 'get_file', { saltenv, path });
}

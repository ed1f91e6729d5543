import { InputError } from './input-error.ts';

/**
 * Uses what was read from somewhere; what is wrong with it is told with the file's name, if it was a file.
 *
 * @throws InputError as the use does
 */
export function namingFile<T>(source: string | object | undefined, use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (typeof source !== 'string' || !(error instanceof InputError)) throw error;
    throw new InputError(`${source}: ${error.message}`, { cause: error });
  }
}

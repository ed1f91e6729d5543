import { createHash } from 'node:crypto';
import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { PyTypeError } from '../../python/type-error.ts';
import { typeName } from '../../python/type-name.ts';
import type { PyValue } from '../../python/value.ts';
import type { ExecutionFunction, ExecutionModule } from './function.ts';
import { MinionError } from './minion-error.ts';

const CHECKSUMS = ['md5', 'sha256', 'sha512'] as const;

/** The `hashutil` module, as far as it hashes a text (salt.modules.hashutil; seen on 3006.28, 3007.15 and 3008.3). */
export const hashutil: ExecutionModule = {
  md5_digest: digestOf('md5'),
  sha256_digest: digestOf('sha256'),
  sha512_digest: digestOf('sha512'),
  digest: {
    signature: signature('digest', ['instr'], { checksum: 'md5' }),
    doc: 'Answers the hash of a text by the named algorithm.',
    run: (call) => {
      const wanted = argument(call, 'checksum');
      const checksum = CHECKSUMS.find((name) => name === wanted);
      if (checksum === undefined) {
        const text = `Hash func '${str(wanted)}' is not supported.`;
        throw new MinionError('CommandExecutionError', text);
      }
      return hashed(checksum, argument(call, 'instr'));
    },
  },
};

function digestOf(checksum: (typeof CHECKSUMS)[number]): ExecutionFunction {
  return {
    signature: signature(`${checksum}_digest`, ['instr']),
    doc: `Answers the ${checksum} hash of a text.`,
    run: (call) => hashed(checksum, argument(call, 'instr')),
  };
}

function hashed(checksum: (typeof CHECKSUMS)[number], instr: PyValue): string {
  if (typeof instr !== 'string')
    throw new PyTypeError(`expected str, bytes, or bytearray not <class '${typeName(instr)}'>`);
  return createHash(checksum).update(instr).digest('hex');
}

import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { PyTypeError } from '../../python/type-error.ts';
import { MasterFunctionError } from '../clients/master-function-error.ts';
import type { MasterModule } from '../clients/master-function.ts';

/** Names of exceptions that Python has; any other is raised as one of Salt's. */
const BUILTIN = /^(?:[A-Z][A-Za-z]*(?:Error|Exit|Iteration|Interrupt|Warning)|Exception)$/;

/**
 * The `error` runner: exceptions to order (salt.runners.error; seen on 3006.28, 3007.15 and
 * 3008.3).
 */
export const error: MasterModule = {
  error: {
    signature: signature('error', [], { name: null, message: '' }),
    doc: 'Raises the exception of this name; without a name it answers an empty dict.',
    run: (call) => {
      const name = argument(call, 'name');
      if (name === null) return new Map();
      const message = str(argument(call, 'message'));
      if (name === 'TypeError') throw new PyTypeError(message);
      const isBuiltin = BUILTIN.test(str(name));
      throw new MasterFunctionError(
        isBuiltin ? str(name) : 'salt.exceptions.SaltException',
        message,
      );
    },
  },
};

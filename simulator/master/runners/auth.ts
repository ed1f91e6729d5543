import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import type { MasterCall, MasterModule } from '../clients/master-function.ts';
import { SaltError } from '../salt-error.ts';
import { tokenRecord } from '../tokens.ts';

/** The `auth` runner: eauth tokens made and taken back, which is what `/token` stands on. */
export const auth: MasterModule = {
  mk_token: {
    signature: signature('mk_token', [], {}, { kwargs: true }),
    doc: 'Makes an eauth token for good credentials; for others it answers an empty text.',
    run: makeToken,
  },
  del_token: {
    signature: signature('del_token', ['token']),
    doc: 'Forgets an eauth token and answers whether there was one.',
    run: ({ master, arguments: { named } }) => {
      const token = str(named.get('token') ?? null);
      if (!master.profile.tokensAreFiles || master.tokens.get(token) === undefined) return false;
      master.tokens.remove(token);
      return true;
    },
  },
};

/** The master's own complaint about a load it chokes on is an answer here like any other. */
function makeToken({ master, arguments: { kwargs } }: MasterCall) {
  try {
    const token = master.login(kwargs);
    return token === undefined ? '' : tokenRecord(token);
  } catch (error) {
    if (error instanceof SaltError) return error.message;
    throw error;
  }
}

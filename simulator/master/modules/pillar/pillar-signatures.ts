import { signature, type Signature } from '../../../python/signature.ts';
import type { PyValue } from '../../../python/value.ts';
import type { Profile } from '../../versions/profile.ts';

/** What of a line's profile the parameters of `pillar` depend on. */
export type PillarTraits = Pick<Profile, 'namesPillarKeywords' | 'masksPillar'>;

/** The parameters of the functions of `pillar`, by the function's name in Python. */
export interface PillarSignatures {
  readonly get: Signature;
  readonly items: Signature;
  readonly data: Signature;
  readonly obfuscate: Signature;
  readonly ls: Signature;
  readonly item: Signature;
  readonly raw: Signature;
  readonly ext: Signature;
  readonly keys: Signature;
}

type Keywords = Readonly<Record<string, PyValue>>;

/**
 * The parameters of the functions of `pillar` on a line: the oldest takes any keyword, the newer
 * ones only those that they name, and the newest `unmask` as well (modules/pillar.py; seen on
 * 3006.28, 3007.15 and 3008.3).
 */
export function pillarSignatures({
  namesPillarKeywords: areNamed,
  masksPillar,
}: PillarTraits): PillarSignatures {
  const unmask: Keywords = masksPillar ? { unmask: null } : {};
  const environment: Keywords = { pillarenv: null, saltenv: null };
  const fresh: Keywords = { pillar: null, pillar_enc: null, ...environment, ...unmask };
  const taking = (name: string, keywordOnly: Keywords): Signature =>
    signature(name, [], {}, { varargs: true, ...(areNamed ? { keywordOnly } : { kwargs: true }) });
  return {
    get: signature('get', ['key'], {
      default: '',
      merge: false,
      merge_nested_lists: null,
      delimiter: ':',
      ...environment,
      ...unmask,
    }),
    items: taking('items', fresh),
    data: taking(areNamed ? 'data' : 'items', fresh),
    obfuscate: taking('obfuscate', fresh),
    ls: areNamed ? taking('ls', fresh) : signature('ls', [], {}, { varargs: true }),
    item: taking('item', { default: null, delimiter: null, ...environment, ...unmask }),
    raw: signature('raw', [], { key: null, ...unmask }),
    ext: signature('ext', ['external'], { pillar: null, ...unmask }),
    keys: signature('keys', ['key'], { delimiter: ':', ...unmask }),
  };
}

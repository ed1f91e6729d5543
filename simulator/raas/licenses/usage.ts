import { endOf, type License, type Quota } from './license.ts';

/** What there is to say of a licence (raas §7, license.check_usage). */
export interface UsageMessage {
  readonly detail: string;
  readonly level: 'info' | 'warning' | 'error';
}

/** What is used of a licence, a message each for masters and minions. */
export function usageMessages(
  license: License | undefined,
  { masters, minions }: { readonly masters: number; readonly minions: number },
): UsageMessage[] {
  if (license === undefined) return [{ detail: 'There is no licence.', level: 'error' }];
  const { license: terms } = license;
  const end = endOf(license);
  const until =
    end === Number.POSITIVE_INFINITY
      ? 'The licence does not end.'
      : `The licence ends on ${new Date(end).toISOString().slice(0, 10)}.`;
  return [
    used('masters', masters, terms.masters),
    used('minions', minions, terms.minions),
    { detail: until, level: 'info' },
  ];
}

function used(what: string, count: number, { hard_limit }: Quota): UsageMessage {
  const limit = hard_limit < 0 ? 'any number of' : String(hard_limit);
  const isAbove = hard_limit >= 0 && count > hard_limit;
  return {
    detail: `${count} of ${limit} ${what} are in use.`,
    level: isAbove ? 'warning' : 'info',
  };
}

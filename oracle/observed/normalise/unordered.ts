import { FLEET } from '../../fixture.ts';
import { rewriteJson, type MemberText } from './json-text.ts';

/** A job id and nothing else. */
const JID = /^\d{20}$/;

const MINIONS: ReadonlySet<string> = new Set(Object.keys(FLEET.minions));

/**
 * Takes out of a JSON text what depends on when each minion answers and on what the master did
 * before, and on nothing else: the order of an object whose keys are all ids of minions or all job
 * ids (the job cache lists its directories as they come), the order of the ids that a job was sent
 * to, and entries of jobs that are not the recording's own.
 *
 * @param isForeign whether a job id is of a job from before the recording
 */
export function settleOrder(text: string, isForeign: (jid: string) => boolean): string {
  return rewriteJson(text, {
    members(members) {
      const own = members.filter(({ key }) => !isForeign(key));
      if (own.every(({ key }) => MINIONS.has(key)) || own.every(({ key }) => JID.test(key)))
        return byKey(own);
      const isJob = own.some(({ key }) => key === 'jid' || key === 'Function');
      return isJob ? own.map(sortedRecipients) : own;
    },
    items: (items) => items,
  });
}

/** The master keeps the ids that a job goes to in a set, so they come in any order: seen on every line. */
function sortedRecipients(member: MemberText): MemberText {
  if (member.key !== 'minions' && member.key !== 'Minions') return member;
  const text = rewriteJson(`{${member.text}}`, {
    members: (members) => members,
    items: (items) => items.toSorted(),
  });
  return { key: member.key, text: text.slice(1, -1) };
}

function byKey(members: readonly MemberText[]): MemberText[] {
  return members.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

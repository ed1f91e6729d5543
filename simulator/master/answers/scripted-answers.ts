import { equals } from '../../python/equals.ts';
import { fnmatch } from '../../python/fnmatch.ts';
import type { PyValue } from '../../python/value.ts';
import { loadArguments } from '../minion/load-arguments.ts';
import { ANYTHING } from './scripted-function.ts';
import type { ScriptedAnswer, ScriptedRule } from './scripted-rule.ts';

/** What the master asks minions after on its own account, so that no glob is meant to cover it. */
const ASKED_BY_MASTER = 'saltutil.find_job';

/** A rule, and how many calls of each minion it has answered. */
interface CountedRule {
  readonly rule: ScriptedRule;
  readonly answered: Map<string, number>;
}

/** The rules by which minions answer as a script says, the first that matches first. */
export class ScriptedAnswers {
  #rules: readonly CountedRule[];

  constructor(rules: readonly ScriptedRule[]) {
    this.#rules = rules.map(counted);
  }

  /**
   * Puts rules before those there are.
   *
   * @returns what takes them away again
   */
  add(rules: readonly ScriptedRule[]): () => void {
    const added = rules.map(counted);
    this.#rules = [...added, ...this.#rules];
    return () => {
      this.#rules = this.#rules.filter((rule) => !added.includes(rule));
    };
  }

  /** Takes all rules away. */
  clear(): void {
    this.#rules = [];
  }

  /** What a minion answers this call with, which counts as answered; undefined where no rule is for it. */
  next(minion: string, fun: string, arg: readonly PyValue[]): ScriptedAnswer | undefined {
    for (const { rule, answered } of this.#rules) {
      if (!isOf(rule, minion) || !isFor(rule, fun, arg)) continue;
      const before = answered.get(minion) ?? 0;
      const answer = answerAfter(rule, before);
      if (answer === undefined) continue;
      answered.set(minion, before + 1);
      return answer;
    }
    return undefined;
  }

  /** The functions a minion has by its rules; a glob names none. */
  functionsOf(minion: string): string[] {
    return this.#rules
      .filter(({ rule }) => isOf(rule, minion) && !/[*?[]/.test(rule.fun))
      .map(({ rule }) => rule.fun);
  }
}

function counted(rule: ScriptedRule): CountedRule {
  return { rule, answered: new Map() };
}

function isOf({ minions }: ScriptedRule, minion: string): boolean {
  return minions.some((glob) => fnmatch(minion, glob));
}

function isFor(rule: ScriptedRule, fun: string, arg: readonly PyValue[]): boolean {
  if (fun !== rule.fun && (fun === ASKED_BY_MASTER || !fnmatch(fun, rule.fun))) return false;
  if (rule.arg.length === 0 && rule.kwarg.size === 0) return true;
  const { args, kwargs } = loadArguments(ANYTHING, arg);
  return (
    rule.arg.every((value, at) => args[at] !== undefined && equals(value, args[at])) &&
    [...rule.kwarg].every(([name, value]) => {
      const given = kwargs.get(name);
      return given !== undefined && equals(value, given);
    })
  );
}

function answerAfter(
  { sequence, times }: ScriptedRule,
  before: number,
): ScriptedAnswer | undefined {
  if (times === undefined) return sequence[Math.min(before, sequence.length - 1)];
  return before < times * sequence.length ? sequence[before % sequence.length] : undefined;
}

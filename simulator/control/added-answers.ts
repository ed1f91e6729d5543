import { expectFleet } from '../input/fleet-schema.ts';
import { scriptedRules } from '../input/scripted-rules.ts';
import type { ScriptedAnswers } from '../master/answers/scripted-answers.ts';
import { dict, type PyDict } from '../python/value.ts';
import { ControlError } from './control-error.ts';

/** The rules that came by the control API, by the number that each request was given. */
export class AddedAnswers {
  readonly #answers: ScriptedAnswers;
  readonly #removers = new Map<string, () => void>();
  #last = 0;

  constructor(answers: ScriptedAnswers) {
    this.#answers = answers;
  }

  /**
   * Adds the rules of a body, `answers` as in a fleet file.
   *
   * @throws ControlError, or InputError for rules that do not fit the schema
   */
  add(body: PyDict): PyDict {
    if (!Array.isArray(body.get('answers')) || body.size > 1)
      throw new ControlError('The body must hold "answers", a list of rules, and nothing else.');
    expectFleet(body, 'body');
    const remove = this.#answers.add(scriptedRules(body));
    this.#last += 1;
    this.#removers.set(String(this.#last), remove);
    return dict({ added: this.#last });
  }

  /** Takes the rules of one request away again. */
  remove(number: string): PyDict {
    const remove = this.#removers.get(number);
    if (remove === undefined) throw new ControlError(`No answers were added as ${number}.`);
    remove();
    this.#removers.delete(number);
    return dict({ removed: Number(number) });
  }

  /** Takes all rules away, those of the fleet file too. */
  clear(): PyDict {
    this.#answers.clear();
    this.#removers.clear();
    return dict({ removed: 'all' });
  }
}

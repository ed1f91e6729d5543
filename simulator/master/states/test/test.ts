import { str } from '../../../python/repr.ts';
import { dict, getOr, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { MinionError } from '../../modules/minion-error.ts';
import {
  given,
  stateResult,
  type StateCall,
  type StateFunction,
  type StateModule,
} from '../state-function.ts';
import { checkPillar } from './check-pillar.ts';

/**
 * The `test` states, which change nothing whatever they say: what they come to is told beforehand
 * (salt.states.test; seen on 3006.28, 3007.15 and 3008.3).
 */
export const test: StateModule = {
  nop: lenient('Does nothing, and is well.', (call) => stateResult(call.name, true, 'Success!')),
  succeed_without_changes: lenient('Is well without changes.', (call) =>
    stateResult(call.name, true, said(call, 'Success!')),
  ),
  fail_without_changes: lenient('Fails without changes.', (call) =>
    stateResult(
      call.name,
      false,
      call.test ? "If we weren't testing, this would be a failure!" : said(call, 'Failure!'),
    ),
  ),
  succeed_with_changes: lenient('Is well, and says that it has changed something.', (call) =>
    call.test
      ? pretended(call, null, "If we weren't testing, this would be successful with changes")
      : pretended(call, true, said(call, 'Success!')),
  ),
  fail_with_changes: lenient('Fails, and says that it has changed something.', (call) =>
    call.test
      ? pretended(call, null, "If we weren't testing, this would be failed with changes")
      : pretended(call, false, said(call, 'Failure!')),
  ),
  configurable_test_state: {
    doc: 'Comes to what it is told.',
    parameters: optional({
      changes: true,
      result: true,
      comment: '',
      warnings: null,
      allow_test_mode_failure: false,
    }),
    kwargs: false,
    run: configured,
  },
  show_notification: {
    doc: 'Says a text.',
    parameters: optional({ text: null }),
    kwargs: true,
    run: (call) => {
      const text = given(call, 'text');
      if (!isTruthy(text)) throw missingText();
      return stateResult(call.name, true, text);
    },
  },
  check_pillar: {
    doc: 'Is well where pillar values are there, and of the types named.',
    parameters: optional({
      present: null,
      boolean: null,
      integer: null,
      string: null,
      listing: null,
      dictionary: null,
      verbose: false,
    }),
    kwargs: false,
    run: (call) => {
      const checked = checkPillar(call);
      if (checked === undefined) throw missingText();
      return checked;
    },
  },
  mod_watch: {
    doc: 'Answers watched changes of other states.',
    parameters: optional({ sfun: null }),
    kwargs: true,
    run: (call) =>
      new Map<string, PyValue>([
        ['name', call.name],
        ['result', getOr(call.given, 'result', true)],
        ['comment', getOr(call.given, 'comment', 'Watch statement fired.')],
        [
          'changes',
          getOr(call.given, 'changes', dict({ 'Requisites with changes': [...call.changed] })),
        ],
      ]),
  },
};

/** A function that takes anything, and of it reads no more than a comment. */
function lenient(doc: string, run: (call: StateCall) => PyDict): StateFunction {
  return { doc, parameters: [], kwargs: true, run };
}

function optional(standards: Readonly<Record<string, PyValue>>): StateFunction['parameters'] {
  return Object.entries(standards).map(([name, standard]) => ({ name, default: standard }));
}

function said(call: StateCall, standard: string): PyValue {
  return getOr(call.given, 'comment', standard);
}

function pretendedChanges(): PyDict {
  return dict({ testing: dict({ old: 'Unchanged', new: 'Something pretended to change' }) });
}

function pretended(call: StateCall, result: boolean | null, comment: PyValue): PyDict {
  return stateResult(call.name, result, comment, pretendedChanges());
}

function configured(call: StateCall): PyDict {
  const changes = oneOf(call, 'changes');
  const result = oneOf(call, 'result');
  const comment = given(call, 'comment');
  const outcome = stateResult(call.name, result, comment, changes ? pretendedChanges() : new Map());
  const warnings = given(call, 'warnings');
  if (warnings !== null) outcome.set('warnings', warningsOf(warnings));
  if (!call.test) return outcome;
  const mayFail = isTruthy(given(call, 'allow_test_mode_failure'));
  const failsAnyhow = mayFail && given(call, 'result') === false;
  outcome.set('result', failsAnyhow ? false : given(call, 'changes') === false ? true : null);
  if (!isTruthy(comment)) outcome.set('comment', 'This is a test');
  return outcome;
}

/** True, False, or either. */
function oneOf(call: StateCall, option: 'changes' | 'result'): boolean {
  const value = given(call, option);
  if (typeof value === 'boolean') return value;
  if (str(value).toLowerCase() === 'random') return call.random.below(2) === 1;
  throw new MinionError(
    'SaltInvocationError',
    `You have specified the state option '${option}' with invalid arguments. It must be either True, False, or 'Random'`,
  );
}

function warningsOf(warnings: PyValue): PyValue {
  if (Array.isArray(warnings)) return warnings;
  if (typeof warnings === 'string') return [warnings];
  throw new MinionError(
    'SaltInvocationError',
    "You have specified the state option 'warnings' with invalid arguments. It must be a string or a list of strings",
  );
}

function missingText(): MinionError {
  return new MinionError('SaltInvocationError', 'Missing required argument text.');
}

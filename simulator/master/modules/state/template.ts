import { argument } from '../../../python/argument.ts';
import { str } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import {
  isDict,
  isTruthy,
  type PyDict,
  type PyScalar,
  type PyValue,
} from '../../../python/value.ts';
import { loadYaml } from '../../../python/yaml/load.ts';
import { YamlError } from '../../../python/yaml/yaml-error.ts';
import type { ExecutionCall, ExecutionModule } from '../function.ts';
import { MinionError } from '../minion-error.ts';
import { callHigh } from './high/call-high.ts';
import { isInternal } from './high/declarations.ts';
import { answer, answerRun, conflict, refuse } from './outcome.ts';
import { runOptions } from './state-options.ts';

const TEMPLATE = '<template-str>';
const QUEUE = { queue: null };
const KWARGS = { kwargs: true };

/** What only a template renderer reads. */
const TEMPLATE_MARKS = /\{\{|\{%|\{#|^#!/;

/**
 * The part of `state` that runs a single file of the minion's, or a text that the call brings; there
 * are no such files, and the text is YAML (modules/state.py; seen on 3006.28, 3007.15 and 3008.3).
 */
export const templates: ExecutionModule = {
  template: {
    signature: signature('template', ['tem'], QUEUE, KWARGS),
    doc: 'Answers that there is no such state file on the minion.',
    out: 'highstate',
    run: (call) => {
      const tem = str(argument(call, 'tem'));
      const sls = tem.endsWith('.sls') ? tem : `${tem}.sls`;
      const error = `Specified SLS ${sls} on local filesystem cannot be found.`;
      return conflict(call) ?? refuse(call, [error]);
    },
  },
  template_str: {
    signature: signature('template_str', ['tem'], QUEUE, KWARGS),
    doc: 'Runs states that the call describes as YAML; templates are not read.',
    out: 'highstate',
    run: (call) => conflict(call) ?? runTemplate(call),
  },
};

function runTemplate(call: ExecutionCall): PyValue | Promise<PyValue> {
  const high = read(str(argument(call, 'tem')));
  if (!isTruthy(high)) return answer(call, new Map());
  if (!isDict(high)) return refuse(call, [`Template ${TEMPLATE} does not render to a dictionary`]);
  const errors = padTemplate(high);
  if (errors.length > 0) return refuse(call, errors);
  const options = { ...runOptions(plain(call)), test: false };
  return answerRun(call, callHigh(high, call.master.states, options));
}

/** The call as the run sees it: of what else is told of states it knows nothing, not even `test`. */
function plain(call: ExecutionCall): ExecutionCall {
  return { ...call, arguments: { ...call.arguments, kwargs: new Map() } };
}

function read(text: string): PyValue {
  if (TEMPLATE_MARKS.test(text))
    throw new MinionError('CommandExecutionError', 'Templates in states are not simulated');
  try {
    return loadYaml(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    throw new MinionError('Exception', error.message, 'salt.exceptions.SaltRenderError');
  }
}

/**
 * Brings the ids of a text into the form of high data; none of them says which file it is of
 * (state.py render_template, 3006.28 to 3008.3).
 *
 * @returns what is wrong with them
 */
function padTemplate(high: PyDict): string[] {
  const invalid = ['include', 'exclude', 'extends'].find((item) => high.has(item));
  if (invalid !== undefined) {
    const where = `The '${invalid}' declaration found on '${TEMPLATE}'`;
    return [`${where} is invalid when rendering single templates`];
  }
  return [...high].flatMap(([id, body]) => {
    if (isDict(body)) return padBody(id, body);
    if (typeof body === 'string' && body.includes('.')) {
      const [module = '', fun = ''] = body.split('.');
      high.set(id, new Map([[module, [fun]]]));
      return [];
    }
    return [`ID ${str(id)} in template ${TEMPLATE} is not a dictionary`];
  });
}

function padBody(id: PyScalar, body: PyDict): string[] {
  const errors: string[] = [];
  const modules = new Set<string>();
  for (const key of [...body.keys()].map(str).toSorted()) {
    const run = body.get(key) ?? null;
    const [module = '', fun] = key.split('.');
    if (isInternal(key, '_')) continue;
    if (run === null) {
      const what = `contains a short declaration (${key}) with a trailing colon`;
      const why = 'When not passing any arguments to a state, the colon must be omitted.';
      errors.push(`ID '${str(id)}' in template ${TEMPLATE} ${what}. ${why}`);
    } else if (!Array.isArray(run)) continue;
    else if (fun === undefined) modules.add(key);
    else if (modules.has(module)) {
      const what = 'contains multiple state declarations of the same type';
      errors.push(`ID '${str(id)}' in template '${TEMPLATE}' ${what}`);
    } else {
      body.delete(key);
      body.set(module, [...run, fun]);
      modules.add(module);
    }
  }
  return errors;
}

import { altering } from '../altering.ts';
import type { Variant } from '../variant.ts';
import { json } from './reply-changes.ts';

/** What is wrong with state runs, by what it does to replies and who must notice. */
const ROWS: readonly (readonly [
  name: string,
  change: (text: string) => string,
  ...caughtBy: string[],
])[] = [
  [
    'states are numbered from one',
    (text) => text.replaceAll(/(?<="__run_num__": )\d+/g, (number) => String(Number(number) + 1)),
    'cherrypy.state-single.result',
    'cherrypy.state-requisites.watch',
    'cherrypy.state-highstate.no-environment',
  ],
  [
    'failed states are a success',
    (text) => text.replaceAll('"retcode": 2', '"retcode": 0'),
    'cherrypy.state-single.fail-without-changes',
    'cherrypy.state-requisites.require-failed',
  ],
  [
    'states that do not compile have the retcode of failed ones',
    (text) => text.replaceAll('"retcode": 1', '"retcode": 2'),
    'cherrypy.state-files.unknown',
    'cherrypy.state-high.no-list',
  ],
  [
    'states have the common outputter',
    (text) => text.replaceAll('"out": "highstate"', '"out": "nested"'),
    'cherrypy.state-single.outputter',
    'cherrypy.state-files.unknown',
  ],
  [
    'a test run says true where it would change something',
    (text) => text.replaceAll('"result": null', '"result": true'),
    'cherrypy.state-single.test-mode',
  ],
  [
    'a state that was not run does not say so',
    (text) => text.replaceAll('"__state_ran__": false, ', ''),
    'cherrypy.state-requisites.onchanges-none',
    'cherrypy.state-requisites.onfail-none',
  ],
  [
    'a state that its conditions held back does not say so',
    (text) => text.replaceAll('"skip_watch": true, ', ''),
    'cherrypy.state-conditions.onlyif',
    'cherrypy.state-conditions.unless',
    'cherrypy.state-conditions.creates',
    'cherrypy.state-conditions.keys',
  ],
  [
    'check_cmd is not looked at',
    (text) => text.replaceAll('"check_cmd determined the state failed"', '"Success!"'),
    'cherrypy.state-conditions.check-cmd',
    'cherrypy.state-conditions.check-cmd-after-conditions',
  ],
  [
    'a failed requisite is named without its file',
    (text) => text.replaceAll('failed: specs.', 'failed: '),
    'cherrypy.state-requisites.require-failed',
    'cherrypy.state-requisites.glob',
  ],
  [
    'durations are texts',
    (text) => text.replaceAll(/("duration": )([\d.]+)/g, '$1"$2 ms"'),
    'cherrypy.state-single.result',
    'cherrypy.state-high.order',
  ],
  [
    'the id of a state stands before its name',
    (text) =>
      text.replaceAll(/\{("name": "[^"]*"), (.{0,400}?), ("__id__": "[^"]*")\}/g, '{$3, $1, $2}'),
    'cherrypy.state-single.result',
  ],
];

/** Simulators whose minions run states wrong, or say it wrong. */
export const STATES: readonly Variant[] = ROWS.map(([name, change, ...caughtBy]) => ({
  name,
  caughtBy,
  between: altering(json(change)),
}));

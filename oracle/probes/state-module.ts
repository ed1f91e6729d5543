import type { JsonObject } from '../fixture.ts';
import { chunkProbes, type Probe } from './probe.ts';
import { onWeb1 } from './state-chunks.ts';

/** State files whose graph is drawn. */
const DRAWN = ['web', 'web.proxy', 'watch', 'prereq', 'order', 'broken.require', 'nonesuch'];

/** What else the state module is asked that changes nothing, a request each. */
const CHUNKS: Readonly<Record<string, JsonObject>> = {
  ...Object.fromEntries(
    DRAWN.map((sls): [string, JsonObject] => [
      `state-module.graph-${sls.replaceAll('.', '-')}`,
      onWeb1('graph', [sls]),
    ]),
  ),
  'state-module.graph-highstate': onWeb1('graph_highstate'),
  'state-module.top': onWeb1('top', ['top.sls']),
  'state-module.top-tried': onWeb1('top', ['top.sls'], { test: true }),
  'state-module.top-unknown': onWeb1('top', ['nonesuch.sls']),
  'state-module.top-without-name': onWeb1('top'),
  'state-module.pkg': onWeb1('pkg', ['/nonesuch.tgz', 'x', 'sha256']),
  'state-module.pkg-without-sum': onWeb1('pkg', ['/nonesuch.tgz']),
  'state-module.template': onWeb1('template', ['/nonesuch']),
  'state-module.template-str': onWeb1('template_str', ['x: test.nop\ny: {test.nop: []}']),
  'state-module.template-str-failing': onWeb1('template_str', ['x: test.fail_without_changes']),
  'state-module.template-str-empty': onWeb1('template_str', ['']),
  'state-module.template-str-list': onWeb1('template_str', ['[a]']),
  'state-module.template-str-include': onWeb1('template_str', ['{include: [web], x: test.nop}']),
  'state-module.template-str-no-function': onWeb1('template_str', ['x: nop']),
  'state-module.template-str-colon': onWeb1('template_str', ['x: {test.nop: }']),
  'state-module.template-str-tried': onWeb1('template_str', ['x: test.succeed_with_changes'], {
    test: true,
  }),
  'state-module.no-request': onWeb1('check_request'),
  'state-module.no-request-of-name': onWeb1('check_request', ['nonesuch']),
  'state-module.run-no-request': onWeb1('run_request', ['nonesuch']),
  'state-module.clear-no-request': onWeb1('clear_request', ['nonesuch']),
  'state-module.no-pauses': onWeb1('get_pauses'),
  'state-module.pause-without-jid': onWeb1('pause'),
  'state-module.nothing-disabled': onWeb1('list_disabled'),
};

/** What the state module answers beside runs of states. */
export const STATE_MODULE: readonly Probe[] = chunkProbes('saltdev', CHUNKS);

import type { Json, JsonObject } from '../fixture.ts';
import { chunkProbes, type Probe } from './probe.ts';
import { CHANGED, FAILED, high, OK, on, onWeb1 } from './state-chunks.ts';

const YES: JsonObject = { fun: 'test.true' };
const NO: JsonObject = { fun: 'test.false' };

/** A state that says it changes something, under conditions. */
function under(conditions: JsonObject, state = CHANGED, kwarg: JsonObject = {}): JsonObject {
  const args = Object.entries(conditions).map(([key, value]): JsonObject => ({ [key]: value }));
  return high({ x: [state, ...args] }, kwarg);
}

/** A function as a condition, called with these arguments. */
function echo(value: Json, more: JsonObject = {}): JsonObject {
  return { fun: 'test.echo', args: [value], ...more };
}

/** States of which something beside what they require decides, a request each. */
const CHUNKS: Readonly<Record<string, JsonObject>> = {
  'conditions.onlyif': under({ onlyif: 'false' }),
  'conditions.onlyif-true': under({ onlyif: ['true', 'exit 0'] }),
  'conditions.onlyif-several': under({ onlyif: ['true', 'exit 3', 'true'] }),
  'conditions.onlyif-function': under({ onlyif: [NO] }),
  'conditions.onlyif-path': under({ onlyif: [echo({ a: [0, 1] }, { get_return: 'a:1' })] }),
  'conditions.onlyif-path-missing': under({ onlyif: [echo({ a: 1 }, { get_return: 'b' })] }),
  'conditions.onlyif-path-of-text': under({ onlyif: [echo('x', { get_return: 'b' })] }),
  'conditions.onlyif-keyword': under({ onlyif: [{ fun: 'test.echo', text: '' }] }),
  'conditions.onlyif-retcode': under({ onlyif: [{ fun: 'cmd.retcode', args: ['true'] }] }),
  'conditions.onlyif-retcode-left': under({
    onlyif: [{ fun: 'cmd.run', args: ['false'] }, YES],
  }),
  'conditions.onlyif-nothing': under({ onlyif: [] }),
  'conditions.onlyif-number': under({ onlyif: 5 }),
  'conditions.onlyif-without-fun': under({ onlyif: { name: 'x' } }),
  'conditions.onlyif-unknown': under({ onlyif: { fun: 'nonesuch.fun' } }),
  'conditions.onlyif-unfit': under({ onlyif: { fun: 'test.true', args: [1] } }),
  'conditions.unless': under({ unless: 'true' }),
  'conditions.unless-several': under({ unless: ['true', 'exit 3'] }),
  'conditions.unless-functions': under({ unless: [YES, NO] }),
  'conditions.unless-path': under({ unless: [echo({ a: 1 }, { get_return: 'a' })] }),
  'conditions.unless-number': under({ unless: [5, 'true'] }),
  'conditions.unless-without-fun': under({ unless: ['true', { name: 'x' }] }),
  'conditions.unless-nothing': under({ unless: [] }),
  'conditions.creates': under({ creates: '/' }),
  'conditions.creates-all': under({ creates: ['/', '/tmp'] }),
  'conditions.creates-not': under({ creates: ['/', '/nonesuch'] }),
  'conditions.creates-number': under({ creates: 5 }),
  'conditions.together': under({ creates: '/', unless: [NO], onlyif: [YES] }),
  'conditions.all-let-pass': under({ creates: '/nonesuch', unless: [NO], onlyif: [YES] }),
  'conditions.failing': under({ onlyif: [NO] }, FAILED),
  'conditions.tried': under({ unless: [YES] }, CHANGED, { test: true }),
  'conditions.check-cmd': under({ check_cmd: 'false' }, OK),
  'conditions.check-cmd-well': under({ check_cmd: ['true', 'true'] }, FAILED),
  'conditions.check-cmd-nothing': under({ check_cmd: [] }, OK),
  'conditions.check-cmd-after': under({ onlyif: [NO], check_cmd: 'false' }),
  'conditions.check-cmd-tried': under({ check_cmd: 'false' }, CHANGED, { test: true }),
  'conditions.watch': high({ x: [CHANGED], y: [OK, { onlyif: 'false' }, on('watch', 'x')] }),
  'conditions.watch-called': high({ x: [CHANGED], y: [OK, { onlyif: 'true' }, on('watch', 'x')] }),
  'conditions.watch-function': high({ x: [CHANGED], y: [OK, { onlyif: [YES] }, on('watch', 'x')] }),
  'conditions.listen': high({ x: [CHANGED], y: [OK, { unless: 'true' }, on('listen', 'x')] }),
  'conditions.onchanges': high({
    x: [CHANGED, { onlyif: 'false' }],
    y: [OK, on('onchanges', 'x')],
  }),
  'conditions.prereq': high({ x: [CHANGED, { onlyif: 'false' }], y: [OK, on('prereq', 'x')] }),
  'conditions.retried': high({
    x: [FAILED, { check_cmd: 'false' }, { retry: { attempts: 2, interval: 1 } }],
  }),
  'conditions.retried-function': high({
    x: [FAILED, { onlyif: [YES] }, { retry: { attempts: 2, interval: 1 } }],
  }),
  'conditions.single': onWeb1('single', ['test.nop', 'x'], { onlyif: 'false' }),
  'conditions.single-unless': onWeb1('single', ['test.nop', 'x'], { unless: [YES] }),
  'conditions.no-log': under({ no_log: true }),
  'conditions.no-log-unfit': high({ x: ['check_pillar', { present: 'port' }, { no_log: true }] }),
  'conditions.parallel': high({ x: [CHANGED, { parallel: true }], y: [OK, on('require', 'x')] }),
};

/** What becomes of states under conditions. */
export const CONDITIONS: readonly Probe[] = chunkProbes('saltdev', CHUNKS);

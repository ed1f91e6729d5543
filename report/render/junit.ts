import { partOf } from '../part-of-suite.ts';
import type { RequirementResult, RunResult } from '../result.ts';
import { countOutcomes, groupByTopic } from '../summary.ts';

/**
 * The result as JUnit XML, a suite a topic.
 *
 * Failures are `<failure>`, faults of the suite `<error>`; known failures, requirements that do
 * not apply and those that could not be tried are `<skipped>` with the reason. A run of a part of
 * the suite has that in its name.
 */
export function renderJunit(result: RunResult): string {
  const counts = countOutcomes(result.requirements);
  const suites = groupByTopic(result.requirements).map(([topic, results]) => suite(topic, results));
  const part = partOf(result.requirements);
  const name =
    part === undefined
      ? 'saltproof'
      : `saltproof, ${part.run} of ${part.all} requirements (${part.options.join(', ')})`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${name}" tests="${result.requirements.length}" failures="${counts.fail}" errors="${counts['harness error']}" time="${seconds(result.run.duration)}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(topic: string, results: readonly RequirementResult[]): string {
  const counts = countOutcomes(results);
  const skipped = counts.known + counts['not applicable'] + counts['not verified'];
  const time = results.reduce((sum, { duration }) => sum + duration, 0);
  return [
    `  <testsuite name="${escapeXml(topic)}" tests="${results.length}" failures="${counts.fail}" errors="${counts['harness error']}" skipped="${skipped}" time="${seconds(time)}">`,
    ...results.map(testCase),
    '  </testsuite>',
  ].join('\n');
}

function testCase(result: RequirementResult): string {
  const { id, level, text, confidence, outcome, cause, failure, duration } = result;
  const open = `    <testcase classname="${escapeXml(id.split('.').slice(0, 2).join('.'))}" name="${escapeXml(id)}" time="${seconds(duration)}">`;
  const properties = [
    ['level', level],
    ['requirement', text],
    ...(confidence === undefined ? [] : [['confidence', confidence]]),
  ].map(
    ([name = '', value = '']) => `        <property name="${name}" value="${escapeXml(value)}"/>`,
  );
  return [
    open,
    '      <properties>',
    ...properties,
    '      </properties>',
    ...verdictLines(outcome, cause, failure?.message),
    '    </testcase>',
  ].join('\n');
}

function verdictLines(outcome: RequirementResult['outcome'], cause = '', message = ''): string[] {
  if (outcome === 'pass') return [];
  const [headline = ''] = message.split('\n');
  if (outcome === 'fail')
    return [`      <failure message="${escapeXml(headline)}">${escapeXml(message)}</failure>`];
  if (outcome === 'harness error')
    return [`      <error message="${escapeXml(cause)}">${escapeXml(message)}</error>`];
  return [`      <skipped message="${escapeXml(`${outcome}: ${cause || headline}`)}"/>`];
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** Escapes text for XML and drops the control characters it cannot hold. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

import { loadSpecifications } from '../../specs/load-specifications.ts';
import { coverageOf, type Coverage } from './coverage.ts';

/*
 * `npm run proof [PREFIX]`: tells of each requirement what makes it fail, and which can never fail
 * or never pass. Ends with 1 where there are such.
 */

const prefix = process.argv[2] ?? '';
const requirements = (await loadSpecifications())
  .flatMap((specification) => specification.requirements)
  .filter(({ declaration: { id } }) => id.startsWith(prefix));
const coverages = (await coverageOf(requirements)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
const width = Math.max(...coverages.map(({ id }) => id.length));
for (const coverage of coverages)
  process.stdout.write(`${coverage.id.padEnd(width)}  ${described(coverage)}\n`);
const weak = coverages.filter(({ kind }) => kind !== 'can fail');
process.stdout.write(`\n${coverages.length} requirements, ${weak.length} without proof\n`);
process.exitCode = weak.length > 0 ? 1 : 0;

function described(coverage: Coverage): string {
  if (coverage.kind === 'can fail') return `fails on: ${coverage.on}`;
  if (coverage.kind === 'never fails') return 'NEVER FAILS, whatever is done to replies';
  return `NEVER PASSES on a whole simulator (${coverage.said.join('; ')})`;
}

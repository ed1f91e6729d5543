import { Ajv2020 } from 'ajv/dist/2020.js';
import { readResult } from '../report/read.ts';
import { ReportError } from '../report/report-error.ts';
import type { RunResult } from '../report/result.ts';
import { SCHEMAS } from '../schemas/generated/schemas.ts';

/**
 * Reads a results.json that somebody hands over, and holds it against schemas/results.schema.json.
 *
 * @throws ReportError where it is not there, no JSON, of another format, or has been tampered with
 */
export function readResults(path: string): RunResult {
  const result = readResult(path);
  const validate = new Ajv2020().compile(SCHEMAS['results']);
  if (validate(result)) return result;
  const [error] = validate.errors ?? [];
  throw new ReportError(
    `${path} does not fit schemas/results.schema.json: ${error?.instancePath || 'the whole'} ${error?.message}. Make it anew with \`saltproof check\`.`,
  );
}

import { STATUS_CODES } from 'node:http';

/** Reason phrases that Python's http.server words differently from Node. */
const PYTHON_REASONS: Readonly<Record<number, string>> = {
  413: 'Request Entity Too Large',
  414: 'Request-URI Too Long',
  416: 'Requested Range Not Satisfiable',
};

/** The reason phrase of a status, as CherryPy takes it from Python. */
export function reasonOf(status: number): string {
  return PYTHON_REASONS[status] ?? STATUS_CODES[status] ?? '';
}

/** A function's documentation with the blanks around it that Salt's docstrings have; one without has none. */
export function docstring(doc: string): string {
  return doc === '' ? '' : `\n    ${doc}\n    `;
}

/** The annotation of a test that says in a line what came of many cases; it is shown at the end. */
export const SUMMARY = 'summary';

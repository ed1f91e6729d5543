/** What a wrong call is answered with: the complaint, then the documentation of the function, up to the end of the JSON text. */
const COMPLAINT =
  /(Passed invalid arguments(?:(?!\\n\\n)(?:[^"\\]|\\.))*\\n\\n(?:Usage:\\n\\n)?)(?:[^"\\]|\\.)+(?=")/g;

/**
 * Takes the documentation of Salt's functions out of a JSON text. It is Salt's own prose, which the
 * simulator words in its own way; the complaint before it stays.
 */
export function undocumented(text: string): string {
  return text.replace(COMPLAINT, '$1<documentation>');
}

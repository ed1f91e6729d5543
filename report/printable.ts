/** Text from a target on one line and without control characters, which a terminal or a page would obey. */
export function printable(text: string): string {
  return text.replaceAll('\n', ' ').replace(/\p{Cc}|\p{Cs}/gu, '\ufffd');
}

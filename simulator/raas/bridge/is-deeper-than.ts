/**
 * Whether lists and objects of a JSON text stand deeper in each other than so many levels: what Python's
 * `json` refuses from a thousand on, and what would run out of stack when it is written again.
 */
export function isDeeperThan(text: string, most: number): boolean {
  // Most bodies are too short for it.
  if (text.length <= most) return false;
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inText) {
      if (character === '\\') at++;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '[' || character === '{') {
      if (++depth > most) return true;
    } else if (character === ']' || character === '}') depth--;
  }
  return false;
}

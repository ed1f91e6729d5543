/** The randomness a master lives in: the same seed gives the same tokens, ids and shuffles. */
export interface Random {
  /** This many random bytes as lower-case hexadecimal, two digits a byte. */
  hex(bytes: number): string;
  /** An integer from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** Randomness of its own for what has this name: it depends on nothing that was drawn before. */
  named(name: string): Random;
}

/** A splitmix32 generator: small, fast, and not for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  return {
    hex(bytes) {
      let text = '';
      while (text.length < bytes * 2) text += next().toString(16).padStart(8, '0');
      return text.slice(0, bytes * 2);
    },
    below: (limit) => Math.floor((next() / 2 ** 32) * limit),
    named: (name) => seededRandom(seed ^ hash(name)),
  };
}

/** FNV-1a of the text's UTF-16 units. */
function hash(text: string): number {
  let hashed = 0x811c9dc5;
  for (let at = 0; at < text.length; at++)
    hashed = Math.imul(hashed ^ text.charCodeAt(at), 0x01000193);
  return hashed >>> 0;
}

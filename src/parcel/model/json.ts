import { fromUtf8 } from '../../base/bytes.ts';

/** No record of ours nests deeper than about ten; a deeper one only tries to exhaust the stack. */
const MAX_DEPTH = 64;

/**
 * Reads JSON that somebody else wrote. Undefined when it is not UTF-8, not JSON or nested too deep; JSON itself
 * knows no undefined, so nothing is confused.
 */
export function readJson(bytes: Uint8Array): unknown {
  try {
    const text = fromUtf8(bytes);
    return tooDeep(text) ? undefined : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function tooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return false;
}

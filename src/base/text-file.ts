/**
 * The text of a file, without a byte order mark: UTF-16 when it says so or is plainly so, else UTF-8, else what older
 * Swedish tools wrote (Windows-1252).
 */
export function textIn(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // Western letters in UTF-16 have a zero in every pair; text in the other two has none anywhere.
  if (first === 0 && second !== 0) return new TextDecoder('utf-16be').decode(bytes);
  if (second === 0 && first !== 0) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** As many as one block of the map may hold (Adobe Technical Note 5014). */
const BLOCK = 100;

/**
 * The table by which a reader, a search or a screen reader gets the letters back from a font's numbers
 * (ISO 32000-1, 9.10.3).
 */
export function unicodeMap(
  signs: readonly { readonly code: string; readonly letters: readonly number[] }[],
): string {
  const lines = signs
    .filter(({ letters }) => letters.length > 0)
    .map(({ code, letters }) => `<${code}> <${letters.map(utf16).join('')}>`);
  const blocks = Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, i) => {
    const block = lines.slice(i * BLOCK, (i + 1) * BLOCK);
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

/** Beyond the first 65,536 letters a letter is two units. */
function utf16(letter: number): string {
  const text = String.fromCodePoint(letter);
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return units.map((unit) => unit.toString(16).padStart(4, '0')).join('');
}

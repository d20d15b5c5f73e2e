import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { makeDocx } from './plain-docx.ts';

const partsOf = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

it('holds every word, told apart by style, with letters that mean something in XML', () => {
  const parts = partsOf(
    makeDocx('Brev & svar', 'sv', [
      { kind: 'title', text: 'Å, ä <och> ö' },
      { kind: 'box', text: '"Ja" & nej\u0000' },
      { kind: 'page', text: '' },
    ]),
  );
  const document = parts.get('word/document.xml') ?? '';
  expect(document).toContain('<w:pStyle w:val="Title"/>');
  expect(document).toContain('Å, ä &lt;och&gt; ö</w:t>');
  expect(document).toContain('☐ &quot;Ja&quot; &amp; nej</w:t>');
  expect(document.match(/<w:br w:type="page"\/>/g)).toHaveLength(1);
  expect(parts.get('docProps/core.xml')).toContain('<dc:title>Brev &amp; svar</dc:title>');
});

it('asks nobody for anything: no macro, no link, no template', () => {
  const parts = partsOf(makeDocx('', 'en', [{ kind: 'text', text: 'x' }]));
  expect([...parts.keys()].some((name) => /vba|macro|embed/i.test(name))).toBe(false);
  const all = [...parts.values()].join('');
  expect(all).not.toMatch(/TargetMode="External"|attachedTemplate|fldSimple|instrText/);
  expect(parts.get('word/styles.xml')).toContain('w:val="en-GB"');
});

it('is the same file whenever it is made', () => {
  const once = makeDocx('a', 'sv', [{ kind: 'text', text: 'b' }]);
  expect(makeDocx('a', 'sv', [{ kind: 'text', text: 'b' }])).toEqual(once);
});

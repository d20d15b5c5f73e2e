import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interviewMarkdown, memoMarkdown, type PageQuestion, type Range } from './markdown.ts';

const question = (more: Partial<PageQuestion>): PageQuestion => ({
  id: 's1q1',
  text: 'Hur har du det nu?',
  outcome: 'Besvarad',
  value: null,
  answer: '',
  verbatim: [],
  ...more,
});

const page = (...questions: readonly PageQuestion[]) =>
  interviewMarkdown({ title: 'Intervju', facts: [], sections: [{ title: 'Start', questions }] });

/** What stands below the outcome. */
const answer = (text: string, verbatim: readonly Range[] = []): string =>
  page(question({ answer: text, verbatim }))
    .split('*Besvarad*\n')[1]
    ?.trim() ?? '';

describe('an interview in Markdown', () => {
  it('reads as the talk did', () => {
    const text =
      'Hon bor själv. Jag fick en egen nyckel, sa hon.\nDet var första gången.\n\nSedan tyst.';
    const at = (words: string): Range => [text.indexOf(words), text.indexOf(words) + words.length];
    const markdown = interviewMarkdown({
      title: 'Intervju K-017',
      facts: [
        { label: 'Guide', value: 'default 1.0' },
        { label: 'Påbörjad', value: '2026-11-21T13:05:00Z' },
      ],
      sections: [
        {
          title: 'Att bo',
          questions: [
            question({
              answer: text,
              verbatim: [at('Jag fick en egen nyckel'), at('Det var första gången.')],
            }),
            question({ id: 's1q2', text: 'Trygg?', value: '4 av 5' }),
            question({ id: 's1q3', text: 'Skolan?', outcome: 'Ville inte svara' }),
          ],
        },
      ],
    });
    expect(markdown).toBe(
      [
        '# Intervju K-017',
        '',
        '- Guide: default 1.0',
        '- Påbörjad: 2026-11-21T13:05:00Z',
        '',
        '## Att bo',
        '',
        '### s1q1 Hur har du det nu?',
        '',
        '*Besvarad*',
        '',
        'Hon bor själv. ”Jag fick en egen nyckel”, sa hon.',
        '',
        '> Det var första gången.',
        '',
        'Sedan tyst.',
        '',
        '### s1q2 Trygg?',
        '',
        '*Besvarad*',
        '',
        '**4 av 5**',
        '',
        '### s1q3 Skolan?',
        '',
        '*Ville inte svara*',
        '',
      ].join('\n'),
    );
  });

  it('keeps line breaks where they were typed, in quotes too', () => {
    expect(answer('ett\ntvå\r\ntre')).toBe('ett  \ntvå  \ntre');
    expect(answer('ett\ntvå', [[0, 7]])).toBe('> ett  \n> två');
    expect(answer('ett\ntvå\ntre', [[4, 7]])).toBe('ett\n\n> två\n\ntre');
    expect(answer('\n\n ett\n\n\n\ntvå \n')).toBe('ett\n\ntvå');
  });

  it('quotes exactly what was said, over lines, edges and overlaps', () => {
    expect(answer('hon sa ja då', [[7, 9]])).toBe('hon sa ”ja” då');
    expect(answer('hon sa ja då', [[6, 10]])).toBe('hon sa ”ja” då');
    expect(
      answer('ja och nej', [
        [0, 2],
        [7, 10],
      ]),
    ).toBe('”ja” och ”nej”');
    expect(
      answer('ja och nej', [
        [0, 4],
        [3, 10],
      ]),
    ).toBe('> ja och nej');
    expect(answer('hon sa ja\nnej då', [[7, 13]])).toBe('hon sa ”ja”  \n”nej” då');
    expect(answer('ja', [[5, 9]])).toBe('ja');
    expect(
      answer('ja', [
        [1, 1],
        [2, 1],
        [0, 99],
      ]),
    ).toBe('> ja');
    expect(answer('*ja* _nu_', [[0, 4]])).toBe('”\\*ja\\*” \\_nu\\_');
  });
});

describe('words that look like Markdown', () => {
  it('stay words', () => {
    expect(answer('# Rubrik')).toBe('\\# Rubrik');
    expect(answer('    # Rubrik')).toBe('\\# Rubrik');
    expect(answer('text\n=====')).toBe('text  \n\\=====');
    expect(answer('text\n---')).toBe('text  \n\\---');
    expect(answer('- punkt\n+ punkt\n1. punkt\n2) punkt')).toBe(
      '\\- punkt  \n\\+ punkt  \n1\\. punkt  \n2\\) punkt',
    );
    expect(answer('> citat')).toBe('\\> citat');
    expect(answer('<img src=x> [länk](http://x) `kod` a|b &lt; & bara')).toBe(
      '\\<img src=x\\> \\[länk\\](http://x) \\`kod\\` a\\|b \\&lt; & bara',
    );
    expect(answer('slut\\')).toBe('slut\\\\');
    expect(
      memoMarkdown({ title: '# x', facts: [{ label: '# a', value: '\n# b' }], fields: [] }),
    ).toBe('# # x\n\n- \\# a: # b\n');
  });

  it('can forge no heading, quote, list, rule or code, whatever is written', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(...'#>-+*=_`~1.)|<[ \t\n\r\\a&;:\u2028\u00a0'.split('')),
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        nasty,
        fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 3 }),
        (text, ranges) => {
          for (const line of answer(text, ranges).split('\n')) {
            const inner = line.startsWith('> ') ? line.slice(2) : line;
            expect(inner).not.toMatch(/^\s*([#>+*=-]|_{3}|`{3}|~{3}|\d{1,9}[.)])/);
            expect(inner).not.toMatch(/^(\t| {4})\S/);
            expect(inner.replace(/\\./g, '')).not.toMatch(/[`*_<>[\]|~]/);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a memo in Markdown', () => {
  it('has the template’s fields in order, empty ones too', () => {
    const markdown = memoMarkdown({
      title: 'Minnesanteckning K-017',
      facts: [],
      fields: [
        { label: 'Intryck', text: 'Lugn.\n# inte en rubrik' },
        { label: 'Att ta vidare', text: '' },
      ],
    });
    expect(markdown).toBe(
      '# Minnesanteckning K-017\n\n## Intryck\n\nLugn.  \n\\# inte en rubrik\n\n## Att ta vidare\n',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cue } from './cue.ts';
import { readOutside, voicesIn, withRoles } from './read-transcript.ts';

const cue = (text: string, rest: Partial<Cue> = {}): Cue => ({
  from: null,
  to: null,
  voice: null,
  text,
  remark: '',
  ...rest,
});

describe('WebVTT', () => {
  it('reads cues, voices, escapes, settings and marks apart, and skips what holds no words', () => {
    const file = [
      '\uFEFFWEBVTT - Samtal',
      'Kind: captions',
      '',
      'STYLE',
      '::cue { color: red }',
      '',
      'NOTE En anteckning',
      'på två rader',
      '',
      'intro',
      '00:01.500 --> 00:04.000 align:start position:0%',
      '<v.loud Ida Lind>Hur var det &lt;där&gt; &amp; sen?</v>',
      '',
      '1:00:00.000 --> 1:00:02.250',
      '',
      '01:00:00.000 --> 01:00:02.250',
      'Vi <i>målade</i> <00:00:01.000><c.red>staketet</c>',
      '[skrattar]',
    ].join('\r\n');
    expect(readOutside(file)).toEqual({
      format: 'vtt',
      cues: [
        cue('Hur var det <där> & sen?', { from: 1500, to: 4000, voice: 'Ida Lind' }),
        cue('', { remark: '1:00:00.000 --> 1:00:02.250' }),
        cue('Vi målade staketet', { from: 3_600_000, to: 3_602_250, remark: 'skrattar' }),
      ],
      // Hours have two digits or more in WebVTT.
      faults: [{ line: 14, why: 'badTime' }],
    });
  });

  it('splits a cue with two voices, and a cue that begins without an empty line', () => {
    const file =
      'WEBVTT\n\n00:00.000 --> 00:02.000\n<v A>Hej <v B>Hallå\n00:02.000 --> 00:03.000\nSen';
    expect(readOutside(file).cues).toEqual([
      cue('Hej', { from: 0, to: 2000, voice: 'A' }),
      cue('Hallå', { from: 0, to: 2000, voice: 'B' }),
      cue('Sen', { from: 2000, to: 3000 }),
    ]);
  });

  it('gives back what was written, whatever was said', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((text) => text.replace(/[\s\0\uFEFF[\]:]+/gu, ' ').trim())
      .filter((text) => text !== '');
    const ms = fc.integer({ min: 0, max: 400 * 3_600_000 });
    const said = fc.record({
      from: ms,
      long: fc.integer({ min: 0, max: 90_000 }),
      voice: words,
      text: words,
    });
    fc.assert(
      fc.property(
        fc.array(said, { maxLength: 20 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (all, end) => {
          const escape = (text: string) =>
            text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
          const blocks = all.map(
            ({ from, long, voice, text }) =>
              `${stamp(from)} --> ${stamp(from + long)}\n<v ${escape(voice)}>${escape(text)}</v>`,
          );
          const read = readOutside(['WEBVTT', ...blocks].join('\n\n').replaceAll('\n', end));
          expect(read.faults).toEqual([]);
          expect(read.cues).toEqual(
            all.map(({ from, long, voice, text }) => cue(text, { from, to: from + long, voice })),
          );
        },
      ),
    );
  });
});

const stamp = (ms: number): string => {
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [
    Math.floor(ms / 3_600_000),
    Math.floor(ms / 60_000) % 60,
    Math.floor(ms / 1000) % 60,
  ];
  return `${two(h)}:${two(m)}:${two(s)}.${String(ms % 1000).padStart(3, '0')}`;
};

describe('SubRip', () => {
  it('reads numbers, commas and names before a colon', () => {
    const file =
      '1\n00:00:01,000 --> 00:00:02,500\nTalare 1: Hej\npå dig\n\n2\n00:00:03.000 --> 00:00:04.000\n<i>Ja</i>\n3\n00:00:05,000 --> 00:00:06,000\nSå';
    expect(readOutside(file)).toEqual({
      format: 'srt',
      cues: [
        cue('Hej\npå dig', { from: 1000, to: 2500, voice: 'Talare 1' }),
        cue('Ja', { from: 3000, to: 4000 }),
        cue('Så', { from: 5000, to: 6000 }),
      ],
      faults: [],
    });
  });

  it.each([
    ['00:00:0x,000 --> 00:00:02,000', 'badTime'],
    ['00:00:09,000 --> 00:00:02,000', 'backwards'],
    ['00:00:09,000 -> 00:00:12,000', 'noTime'],
  ])('says which line of %s it can not read, and keeps the words', (timing, why) => {
    const file = `1\n00:00:01,000 --> 00:00:02,000\nEtt\n\n2\n${timing}\nTvå`;
    const read = readOutside(file);
    // Without an arrow nothing says that the number is none of the words.
    expect(read.faults).toEqual([{ line: why === 'noTime' ? 5 : 6, why }]);
    expect(read.cues).toHaveLength(2);
    expect(JSON.stringify(read.cues[1])).toContain('Två');
    expect(JSON.stringify(read.cues[1])).toContain(timing);
    expect(read.cues[1]).toMatchObject({ from: null, to: null });
  });

  it('keeps every word of a file that is cut and scrambled', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        '1',
        '00:00:01,000 --> 00:00:02,000',
        '00:0:01 --> x',
        '-->',
        'NOTE',
        'Ida:',
      ),
      fc.stringMatching(/^[a-zåäö]{4,12}$/),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const file = ['1', '00:00:01,000 --> 00:00:02,000', 'först', ...lines].join('\n');
        const kept = JSON.stringify(readOutside(file).cues);
        for (const text of wordsIn(lines)) expect(kept).toContain(text);
      }),
    );
  });
});

/** The words of a scrambled file; one line above a timing that can be read is only what the cue is called. */
function wordsIn(lines: readonly string[]): string[] {
  const isWord = (text: string) => /^[a-zåäö]{4,12}$/.test(text);
  const names = lines.filter(
    (text, i) =>
      isWord(text) && lines[i - 1] === '' && /^00:00:01,000 -->/.test(lines[i + 1] ?? ''),
  );
  return lines.filter((text) => isWord(text) && !names.includes(text));
}

describe('plain text', () => {
  it.each<readonly [string, string, readonly Cue[]]>([
    ['lines', 'Hej\nHur mår du?', [cue('Hej'), cue('Hur mår du?')]],
    ['paragraphs', 'Ett\nvidare\n\nTvå', [cue('Ett\nvidare'), cue('Två')]],
    [
      'names',
      'Intervjuare: Hej\nÅsa-Lena: Hej\noch hå\n\nNytt',
      [
        cue('Hej', { voice: 'Intervjuare' }),
        cue('Hej\noch hå', { voice: 'Åsa-Lena' }),
        cue('Nytt'),
      ],
    ],
    [
      'times and names',
      '[00:01:02] Ida: Hej\n(1:05) Ja',
      [cue('Hej', { from: 62_000, voice: 'Ida' }), cue('Ja', { from: 65_000 })],
    ],
    [
      'a name line of its own',
      'Talare 1  0:05\nHej du\n\nIda 12:30\nJa',
      [
        cue('Hej du', { from: 5000, voice: 'Talare 1' }),
        cue('Ja', { from: 750_000, voice: 'Ida' }),
      ],
    ],
    [
      'a time before a role',
      '00:00:07 Talare 2\nHej',
      [cue('Hej', { from: 7000, voice: 'Talare 2' })],
    ],
    [
      'remarks',
      'Ida: Ja [suckar] så var det',
      [cue('Ja så var det', { voice: 'Ida', remark: 'suckar' })],
    ],
    ['nothing', ' \n\n', []],
  ])('reads %s', (_name, file, cues) => {
    expect(readOutside(file)).toEqual({ format: 'text', cues, faults: [] });
  });

  it('refuses what is no text, with the line', () => {
    expect(readOutside('PK\n\0\0')).toEqual({
      format: 'text',
      cues: [],
      faults: [{ line: 2, why: 'notText' }],
    });
  });

  it('cuts what no segment could hold, and loses none of it', () => {
    const read = readOutside('ordet '.repeat(60_000));
    expect(read.cues.map(({ text }) => text).join('')).toBe('ordet '.repeat(60_000).trim());
    expect(read.cues.length).toBeGreaterThan(2);
  });
});

describe('names in a file', () => {
  it('are guessed, and what only looked like a name stays among the words', () => {
    const { cues } = readOutside('Ida: Hej\nNoa: Hej\nIda: Och sen?\nHon sa: kom\nNoa: Ja');
    const voices = voicesIn(cues);
    expect(voices).toEqual([
      { voice: 'Ida', role: 'interviewer' },
      { voice: 'Noa', role: 'participant' },
      { voice: 'Hon sa', role: 'notName' },
    ]);
    const roles = new Map(voices.map(({ voice, role }) => [voice, role]));
    const said = withRoles(cues, roles, 'participant');
    expect(said.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['interviewer', 'Hej'],
      ['participant', 'Hej'],
      ['interviewer', 'Och sen?'],
      ['interviewer', 'Hon sa: kom'],
      ['participant', 'Ja'],
    ]);
    expect(JSON.stringify(said)).not.toContain('Noa');
  });

  it.each([
    ['Intervjuaren', 'interviewer'],
    ['Deltagare', 'participant'],
    ['Tolk', 'interpreter'],
    ['Speaker 1', 'interviewer'],
  ])('%s is %s', (voice, role) => {
    expect(voicesIn([cue('x', { voice })])).toEqual([{ voice, role }]);
  });
});

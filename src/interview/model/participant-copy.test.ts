import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordTexts } from '../../i18n/record.ts';
import {
  agreed,
  ended,
  GUIDE,
  memo,
  q,
  ready,
  stateAfter,
  words,
  written,
  wrote,
} from '../fixture.ts';
import { removes, tellsOf } from '../timeline-fixture.ts';
import { answerOf } from './marks.ts';
import { ownWordsIn, participantCopy } from './participant-copy.ts';
import { foldTimeline } from './timeline.ts';

const input = {
  language: 'sv',
  without: [],
  ownWords: new Map(),
  timeline: [],
  t: recordTexts.sv,
} as const;
const items = (copy: ReturnType<typeof participantCopy>) =>
  copy.sections.flatMap((section) => section.items);

it('holds the answers with their questions, and nothing of the memo', () => {
  const state = stateAfter(
    ...ready(),
    wrote('s2q1', 'Jag kom en kväll.\n\nDet var snö.'),
    wrote('s4q2', words('', { kind: 'scale', value: 7 })),
    ended('s3q1', 'declined'),
    memo('firstImpressions', 'Blåklint'),
  );
  const copy = participantCopy(state, GUIDE, input);
  expect(items(copy)).toMatchObject([
    { question: 's2q1', paragraphs: ['Jag kom en kväll.', 'Det var snö.'], leftOut: false },
    { question: 's3q1', declined: true, paragraphs: [] },
    { question: 's4q2', value: '7 av 10' },
  ]);
  expect(JSON.stringify(copy)).not.toContain('Blåklint');
  expect(JSON.stringify(copy)).not.toContain(state.code);
});

it('leaves out the questions that are named, and asks in the language that is chosen', () => {
  const state = stateAfter(...ready(), wrote('s2q1', 'Ja'), wrote('s2q4', 'Nej'));
  const copy = participantCopy(state, GUIDE, { ...input, language: 'en', without: [q('s2q4')] });
  expect(items(copy).map(({ question }) => question)).toEqual(['s2q1']);
  const question = GUIDE.sections[1]?.questions[0];
  expect(items(copy)[0]?.text).toBe(question?.text.en);
});

it('shows the person’s own words beside the answer, or alone', () => {
  const state = stateAfter(...ready(), agreed());
  const copy = participantCopy(state, GUIDE, {
    ...input,
    ownWords: new Map([[q('s2q1'), 'Så var det inte.']]),
  });
  expect(items(copy)).toMatchObject([{ question: 's2q1', ownWords: 'Så var det inte.' }]);
  expect(ownWordsIn([])).toEqual(new Map());
});

it('lists where they have lived, oldest first, in the language of the copy', () => {
  const timeline = foldTimeline(
    written([
      tellsOf('2', { from: '2016', home: 'fosterHome', last: true }),
      tellsOf('1', { from: '2012', to: '2016', home: 'relatives', words: ' Hos mormor. ' }),
      removes('3'),
    ]),
  );
  const state = stateAfter(...ready());
  expect(participantCopy(state, GUIDE, { ...input, timeline }).timeline).toEqual([
    { text: 'Hos släkt, 2012 till 2016.', words: 'Hos mormor.' },
    { text: 'Familjehem, från 2016. Sista placeringen.', words: '' },
  ]);
  const english = participantCopy(state, GUIDE, { ...input, language: 'en', timeline });
  expect(english.timeline[1]?.text).toMatch(/^Foster home, from 2016/);
});

it('never tells a letter of what is marked as about somebody else', () => {
  // Letters of two alphabets: what must go, and what must stay.
  const stretch = fc.tuple(fc.stringMatching(/^[a-m]{0,8}$/), fc.stringMatching(/^[N-Z]{1,8}$/));
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 6 }), (stretches) => {
      const text = stretches.map(([own, others]) => `${own}‹${others}›`).join('');
      const state = stateAfter(...ready(), wrote('s2q1', answerOf(text, null)));
      const [item] = items(participantCopy(state, GUIDE, input));
      const told = item?.paragraphs.join('') ?? '';
      expect(told).not.toMatch(/[N-Z‹›]/);
      expect(told.replaceAll('[…]', '')).toBe(stretches.map(([own]) => own).join(''));
      expect(item?.leftOut).toBe(true);
    }),
  );
});

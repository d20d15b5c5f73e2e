import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StreamId, MemberId } from '../../base/ids.ts';
import { recordTexts } from '../../i18n/record.ts';
import { RETRACTED, type NewEvent } from '../../journal/model/event.ts';
import { merge } from '../../journal/model/merge.ts';
import { GUIDE, INTERVIEW, memo, q, ready, withdrew, written, wrote } from '../fixture.ts';
import { foldLastTalk, lastTalkOf, mayBeLent, summariseLastTalk } from './last-talk.ts';
import { answerOf } from './marks.ts';

const completed: NewEvent = {
  type: 'InterviewCompleted',
  version: 1,
  data: { asked: [], language: 'sv' },
};
const says = (yes: boolean): NewEvent => ({
  type: 'ConsentItemAnswered',
  version: 1,
  data: { item: 'nextInterviewer', yes, textVersion: '1.1.0' },
});
const use = (question: string, chosen: string): NewEvent => ({
  type: 'UseChosen',
  version: 1,
  data: { question, use: chosen },
});
const own = (question: string, text: string): NewEvent => ({
  type: 'OwnWordsWritten',
  version: 1,
  data: { question, text },
});
/** The talk as it was handed in. */
const talk = (...facts: readonly NewEvent[]) => written([...ready(), ...facts, completed]);
const lent = (...facts: readonly NewEvent[]) =>
  lastTalkOf(talk(...facts), GUIDE, 'sv', recordTexts.sv);
const paragraphs = (found: ReturnType<typeof lent>) =>
  found?.sections.flatMap(({ items }) => items.flatMap((item) => item.paragraphs)) ?? [];

describe('is lent only', () => {
  it.each([
    ['where it was never asked, as in every older interview', [], false],
    ['after a no', [says(false)], false],
    ['after a yes', [says(true)], true],
    ['after a yes that was taken back', [says(true), withdrew('nextInterviewer')], false],
    ['while the yes to taking part holds', [says(true), withdrew('participate')], false],
    ['beside another yes taken back', [says(true), withdrew('quotes')], true],
  ] as const)('%s', (_when, facts, may) => {
    expect(mayBeLent(talk(wrote('s3q1', 'Om kastanjen'), ...facts))).toBe(may);
    expect(lent(wrote('s3q1', 'Om kastanjen'), ...facts) !== undefined).toBe(may);
  });

  it('when it was handed in', () => {
    expect(mayBeLent(written([...ready(), says(true)]))).toBe(false);
    expect(mayBeLent([])).toBe(false);
  });
});

describe('what goes along', () => {
  it('is the answers as they were asked, with the day of the talk', () => {
    const found = lent(wrote('s3q1', 'Om kastanjen.\nOch huset.'), says(true));
    expect(found).toMatchObject({ interview: INTERVIEW });
    const section = GUIDE.sections.find(({ questions }) =>
      questions.some(({ id }) => id === 's3q1'),
    );
    expect(found?.sections).toEqual([
      {
        title: section?.title.sv,
        items: [
          {
            question: section?.questions[0]?.text.sv,
            value: null,
            paragraphs: ['Om kastanjen.', 'Och huset.'],
            leftOut: false,
            ownWords: [],
          },
        ],
      },
    ]);
  });

  it('is not what is marked as being about somebody else, nor in the own words beside it', () => {
    const about = answerOf('Det var fint. ‹Farbror Ture drack.› Jag sov gott.', null);
    const found = lent(wrote('s3q1', about), own('s3q1', 'Så var det. ‹Ture igen.›'), says(true));
    expect(JSON.stringify(found)).not.toContain('Ture');
    const [item] = found?.sections[0]?.items ?? [];
    expect(item).toMatchObject({ leftOut: true, ownWords: ['Så var det. […]'] });
  });

  it('is not what stays between the two', () => {
    const found = lent(
      wrote('s3q1', 'Hemligt'),
      own('s3q1', 'Också hemligt'),
      wrote('s6q1', 'Flytten'),
      use('s3q1', 'betweenUs'),
      says(true),
    );
    expect(paragraphs(found)).toEqual(['Flytten']);
    expect(JSON.stringify(found).toLowerCase()).not.toContain('hemligt');
  });

  it('is not what was taken back, and not the memo or a question that was declined', () => {
    const events = talk(
      wrote('s3q1', 'Taget tillbaka'),
      wrote('s6q1', 'Flytten'),
      memo('summary', 'Memots ord'),
      { type: 'QuestionEnded', version: 1, data: { question: q('s4q1'), outcome: 'declined' } },
      says(true),
    );
    const first = events.find(({ type }) => type === 'AnswerWritten');
    const retracted: NewEvent[] = [
      { type: RETRACTED, version: 1, data: { events: [first?.id] } },
      { type: 'AnswerTakenBack', version: 1, data: { question: 's3q1' } },
    ];
    const found = lastTalkOf(written(retracted, events), GUIDE, 'sv', recordTexts.sv);
    expect(paragraphs(found)).toEqual(['Flytten']);
    expect(found?.sections.flatMap(({ items }) => items)).toHaveLength(1);
    expect(JSON.stringify(found)).not.toMatch(/Taget tillbaka|Memots/);
  });

  it('is nothing when nothing is left', () => {
    expect(lent(wrote('s3q1', 'Hemligt'), use('s3q1', 'betweenUs'), says(true))).toBeUndefined();
  });

  it('never has a marked word, wherever the marks stand', () => {
    const piece = fc.oneof(
      fc.constant('ord '),
      fc.constant('‹HEMLIG› '),
      fc.constant('‹HEMLIG HEMLIG›'),
      fc.constant('\n'),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const found = lent(wrote('s3q1', answerOf(text, null)), own('s3q1', text), says(true));
        expect(JSON.stringify(found ?? null)).not.toContain('HEMLIG');
      }),
      { numRuns: 40 },
    );
  });
});

it('is read back as it was lent, and a list knows nothing of what was said', () => {
  const found = lent(wrote('s3q1', 'Om kastanjen'), says(true));
  if (!found) throw new Error('nothing was lent');
  const to = MemberId.parse('c'.repeat(32));
  const assignment = StreamId.parse('d'.repeat(32));
  const data = { to, assignment, talk: found };
  const events = written([{ type: 'LastTalkLent', version: 1, data }]);
  expect(foldLastTalk(merge(events))).toEqual(data);
  expect(summariseLastTalk(data)).toEqual({ to, assignment, interview: INTERVIEW });
  expect(foldLastTalk(talk())).toBeUndefined();
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventId } from '../../base/ids.ts';
import { foldInterview, type InterviewState } from '../../interview/model/state.ts';
import { RETRACTED, type NewEvent } from '../../journal/model/event.ts';
import { INTERVIEW, interviewEvents, OLLE, q, STORY, written } from '../fixture.ts';
import { WHOLE, type Anchor } from './event.ts';
import { locate, stretches, textUnder } from './passage.ts';

const events = interviewEvents();
const after = (...facts: NewEvent[]): InterviewState => {
  const state = foldInterview(written(facts, INTERVIEW, events, OLLE));
  if (!state) throw new Error('not an interview');
  return state;
};
const rewritten = (text: string): NewEvent => ({
  type: 'AnswerWritten',
  version: 1,
  data: { question: 's2q1', answer: { text, verbatim: [], value: null } },
});
const anchor: Anchor = { kind: 'question', question: q('s2q1') };
const quote = 'hur länge';
const from = STORY.indexOf(quote);
const comment = { anchor, from, to: from + quote.length, quote };

describe('where a comment belongs', () => {
  it('is where it was made, as long as the text is the same', () => {
    expect(locate(comment, after())).toEqual({
      type: 'found',
      from,
      to: from + quote.length,
      moved: false,
    });
  });

  it('follows its words to another place, the nearest when they stand there twice', () => {
    const text = `hur länge? ${STORY}`;
    expect(locate(comment, after(rewritten(text)))).toEqual({
      type: 'found',
      from: text.lastIndexOf(quote),
      to: text.lastIndexOf(quote) + quote.length,
      moved: true,
    });
  });

  it('is lost when the words are no longer there', () => {
    expect(locate(comment, after(rewritten('Nio år blev det.')))).toEqual({ type: 'lost' });
    const gone: Anchor = { kind: 'question', question: q('finnsInte') };
    expect(locate({ ...comment, anchor: gone }, after())).toEqual({ type: 'lost' });
  });

  it('is about the whole answer without a quote', () => {
    expect(locate({ anchor, ...WHOLE }, after())).toEqual({ type: 'whole' });
  });

  it('shows nothing of what the participant took back', () => {
    const answer = events.find((event) => event.type === 'AnswerWritten');
    const state = after(
      { type: RETRACTED, version: 1, data: { events: [answer?.id] } },
      { type: 'AnswerTakenBack', version: 1, data: { question: 's2q1' } },
    );
    expect(locate(comment, state)).toEqual({ type: 'takenBack' });
    expect(locate({ anchor, ...WHOLE }, state)).toEqual({ type: 'takenBack' });
  });

  it('shows nothing quoted from an answer of which a part was taken back', () => {
    const answer = events.find((event) => event.type === 'AnswerWritten');
    const state = after(
      { type: RETRACTED, version: 1, data: { events: [answer?.id] } },
      rewritten('Nio år blev det.'),
    );
    const event = answer?.id ?? null;
    expect(locate({ ...comment, event }, state)).toEqual({ type: 'takenBack' });
    const { event: anew } = state.questions.get(q('s2q1')) ?? {};
    expect(locate({ anchor, ...WHOLE, event: anew ?? null }, state)).toEqual({ type: 'whole' });
  });

  it('reads a memo field as its text, and a list as its lines', () => {
    const memo = (field: string): Anchor => ({ kind: 'memo', field });
    expect(textUnder(after(), memo('setting'))).toBe('På biblioteket, bara vi två.');
    expect(textUnder(after(), memo('keyMessages'))).toContain('\nFråga mig själv\n');
    expect(textUnder(after(), memo('change'))).toBe('');
    const at = textUnder(after(), memo('keyMessages')).indexOf('Fråga');
    expect(
      locate({ anchor: memo('keyMessages'), from: at, to: at + 5, quote: 'Fråga' }, after()),
    ).toMatchObject({ type: 'found', moved: false });
  });
});

describe('a text cut where passages begin and end', () => {
  const one = EventId.parse('1'.repeat(32));
  const two = EventId.parse('2'.repeat(32));

  it('knows what was said word for word and which comments lie on it', () => {
    const cut = stretches(
      'abcdefgh',
      [[2, 6]],
      [
        { id: one, from: 4, to: 8 },
        { id: two, from: 5, to: 6 },
      ],
      [[5, 7]],
    );
    const piece = (text: string, comments: EventId[], aboutOthers = false) => ({
      text,
      comments,
      aboutOthers,
    });
    expect(cut).toEqual([
      { verbatim: false, pieces: [piece('ab', [])] },
      {
        verbatim: true,
        pieces: [piece('cd', []), piece('e', [one]), piece('f', [one, two], true)],
      },
      { verbatim: false, pieces: [piece('g', [one], true), piece('h', [one])] },
    ]);
    expect(stretches('', [], [])).toEqual([]);
  });

  it('is the text when joined again, whatever the ranges', () => {
    const range = fc.tuple(fc.nat(40), fc.nat(40));
    fc.assert(
      fc.property(fc.string(), fc.array(range), fc.array(range), (text, verbatim, marks) => {
        const placed = marks.map(([start, to]) => ({ id: one, from: start, to }));
        const joined = stretches(text, verbatim, placed, verbatim.toReversed())
          .flatMap((stretch) => stretch.pieces.map((piece) => piece.text))
          .join('');
        expect(joined).toBe(text);
      }),
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merge } from '../journal/model/merge.ts';
import {
  agreed,
  card,
  INTERVIEW,
  memoryJournal,
  must,
  openSession,
  q,
  reopened,
  started,
  written,
  wrote,
} from './fixture.ts';
import { answerOf } from './model/marks.ts';
import { bare, sentencesOf } from './model/passages.ts';
import { foldReadBack, type ReadBackFact } from './model/read-back.ts';
import { useOf, usesOffered } from './model/use.ts';
import {
  ownWords,
  settleAllOwnWords,
  settleOwnWords,
  takeAnswerBack,
  takePassagesBack,
  typeOwnWords,
} from './read-back.ts';
import type { InterviewSession } from './session.ts';

/* The young person reads what was written, adds to it, and takes back what shall not stand there. */

const own = (text: string, question = 's2q1'): ReadBackFact => ({
  type: 'OwnWordsWritten',
  version: 1,
  data: { question: q(question), text },
});
const answered = (session: InterviewSession) =>
  session.snapshot().state.questions.get(q('s2q1'))?.answer;
const ownOf = (session: InterviewSession) =>
  foldReadBack(session.events()).questions.get(q('s2q1'))?.ownWords;

describe('own words', () => {
  it('are a draft on every input, survive a crash, and stand beside the answer', async () => {
    const journal = memoryJournal();
    const before = await openSession([started(), wrote('s2q1', 'Ord')], journal);
    typeOwnWords(before, q('s2q1'), 'Så var det inte');
    await Promise.resolve();
    const session = await reopened(journal);
    expect(ownWords(session, q('s2q1'))).toBe('Så var det inte');
    expect(ownOf(session)).toBeUndefined();
    await settleAllOwnWords(session);
    expect(ownOf(session)).toBe('Så var det inte');
    expect(answered(session)?.text).toBe('Ord');
    expect((await journal.open(INTERVIEW))?.drafts).toEqual([]);
  });

  it('that are deleted are nowhere; those that are added to cost no erasing', async () => {
    const journal = memoryJournal();
    const session = await openSession([started(), own('Jag grät.')], journal);
    typeOwnWords(session, q('s2q1'), 'Jag grät. HEMLIGT');
    must(await settleOwnWords(session, q('s2q1')));
    expect(session.events().filter((event) => event.body === null)).toEqual([]);
    typeOwnWords(session, q('s2q1'), 'Jag grät.');
    must(await settleOwnWords(session, q('s2q1')));
    expect(JSON.stringify(await journal.open(INTERVIEW))).not.toContain('HEMLIGT');
    expect(ownOf(session)).toBe('Jag grät.');
  });

  it('are kept once, however often the field is left', async () => {
    const session = await openSession([started(), own('Samma')]);
    const before = session.events().length;
    must(await settleOwnWords(session, q('s2q1')));
    typeOwnWords(session, q('s2q1'), 'Samma');
    must(await settleOwnWords(session, q('s2q1')));
    expect(session.events()).toHaveLength(before);
  });

  it('go with the answer when it is taken back, typed halfway or kept', async () => {
    const journal = memoryJournal();
    const session = await openSession(
      [started(), wrote('s2q1', 'Ord HEMLIGT'), own('Mitt HEMLIGT')],
      journal,
    );
    typeOwnWords(session, q('s2q1'), 'Halvt HEMLIGT');
    must(await takeAnswerBack(session, q('s2q1')));
    expect(JSON.stringify(await journal.open(INTERVIEW))).not.toContain('HEMLIGT');
    expect(ownOf(session)).toBeUndefined();

    // The same from the talk's stop, which knows nothing of this tool.
    typeOwnWords(session, q('s2q2'), 'Halvt HEMLIGT');
    session.write(q('s2q2'), answerOf('Ord HEMLIGT', null));
    must(await session.takeBack([q('s2q2')]));
    expect(JSON.stringify(await journal.open(INTERVIEW))).not.toContain('HEMLIGT');
  });
});

describe('a passage that is taken back', () => {
  it('is gone with every earlier version; the rest, its marks and the value stay', async () => {
    const text = '”Det var bra. HEMLIGT var det.” ‹Kalle kom. HEMLIGT igen.› Slut.';
    const session = await openSession([
      started(),
      wrote('s2q3', 'HEMLIGT först'),
      wrote('s2q3', answerOf(text, { kind: 'scale', value: 7 })),
    ]);
    const words = bare(text).text;
    const cuts = sentencesOf(words).filter(([from, to]) => words.slice(from, to).includes('HEM'));
    expect(must(await takePassagesBack(session, q('s2q3'), words, cuts))).toBe('erased');
    const { state } = session.snapshot();
    expect(state.questions.get(q('s2q3'))?.answer).toEqual(
      answerOf('”Det var bra. ”‹Kalle kom. ›Slut.', { kind: 'scale', value: 7 }),
    );
    expect(JSON.stringify(session.events())).not.toContain('HEMLIGT');
    expect(foldReadBack(session.events()).questions.get(q('s2q3'))?.shortened).toBe(true);
    expect(session.snapshot().faults).toEqual([]);
  });

  it('takes the whole answer along when nothing is left of it', async () => {
    const session = await openSession([started(), wrote('s2q1', 'Bara det.'), own('Och det.')]);
    must(await takePassagesBack(session, q('s2q1'), 'Bara det.', [[0, 9]]));
    expect(session.snapshot().state.questions.get(q('s2q1'))).toMatchObject({
      takenBack: true,
      answer: null,
    });
    expect(ownOf(session)).toBeUndefined();
  });

  it('is looked up again: an answer that reads otherwise by now loses nothing', async () => {
    const session = await openSession([started(), wrote('s2q1', 'Nytt. Mer.')]);
    const result = await takePassagesBack(session, q('s2q1'), 'Gammalt. Mer.', [[0, 9]]);
    expect(result).toEqual({ ok: false, error: { type: 'changed' } });
    expect(answered(session)?.text).toBe('Nytt. Mer.');
  });

  it('leaves the words of a flag alone: they may not be erased with it', async () => {
    const flag = {
      type: 'SafetyFlagged',
      version: 1,
      data: { card: card('childAtRisk'), question: q('s2q1'), note: 'Pojken är rädd.' },
    };
    const session = await openSession([started(), wrote('s2q1', 'Pojken är rädd. Sen.'), flag]);
    must(await takePassagesBack(session, q('s2q1'), 'Pojken är rädd. Sen.', [[0, 16]]));
    expect(answered(session)?.text).toBe('Sen.');
    expect(session.snapshot().state.flags).toMatchObject([{ note: 'Pojken är rädd.' }]);
  });

  it('is in nothing that is kept, in no draft, and in no copy that an older one is merged into', async () => {
    const sentence = fc.constantFrom('Det var kallt. ', '”Kom in.” ', '‹Kalle log.› ', 'Vi åt?\n');
    const secret = fc.constantFrom('HEMLIGT ord. ', '”HEMLIGT!” ', '‹Om HEMLIGT.› ');
    const story = fc.array(fc.oneof(sentence, secret), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 3 }), async (versions) => {
        const journal = memoryJournal();
        const session = await openSession([started()], journal);
        for (const [i, version] of versions.entries()) {
          session.write(q('s2q1'), answerOf(version.join(''), null));
          // The last one is still a draft when it is read back.
          if (i < versions.length - 1) must(await session.settle(q('s2q1')));
        }
        const older = session.events();
        const words = bare(session.answer(q('s2q1')).text).text;
        const cuts = sentencesOf(words).filter(([a, b]) => words.slice(a, b).includes('HEM'));
        must(await takePassagesBack(session, q('s2q1'), words, cuts));
        const kept = await journal.open(INTERVIEW);
        const merged = merge(session.events(), older);
        expect(JSON.stringify([kept, merged, session.events()])).not.toContain('HEMLIGT');
        const left = (text: string) => bare(text).text.replaceAll(/\s/g, '');
        const expected = (versions.at(-1) ?? []).filter((each) => !each.includes('HEM')).join('');
        expect(left(session.answer(q('s2q1')).text)).toBe(left(expected));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what an answer may be used for', () => {
  const chose = (use: 'quote' | 'noQuote' | 'betweenUs'): ReadBackFact => ({
    type: 'UseChosen',
    version: 1,
    data: { question: q('s2q1'), use },
  });
  const quotes = agreed(['participate', 'notes', 'quotes']);

  it('is quoting only where the person said yes to quotes; keeping it between us is always offered', async () => {
    const without = await openSession([started(), agreed()]);
    expect(usesOffered(without.snapshot().state)).toEqual(['noQuote', 'betweenUs']);
    const withYes = await openSession([started(), quotes]);
    expect(usesOffered(withYes.snapshot().state)).toEqual(['quote', 'noQuote', 'betweenUs']);
  });

  it('is what was chosen last, and quoting ends with the consent to it', async () => {
    const session = await openSession([started(), quotes, chose('betweenUs'), chose('quote')]);
    const use = () =>
      useOf(session.snapshot().state, foldReadBack(session.events()).questions.get(q('s2q1')));
    expect(use()).toBe('quote');
    must(
      await session.act([{ type: 'ConsentWithdrawn', version: 1, data: { items: ['quotes'] } }]),
    );
    expect(use()).toBe('noQuote');
    expect(useOf(session.snapshot().state, undefined)).toBeNull();
  });
});

it('knows which sections were read, and forgets nothing else for a fact it does not know', () => {
  const events = written([
    started(),
    { type: 'SectionReadBack', version: 1, data: { section: 's2' } },
    { type: 'UseChosen', version: 9, data: { question: 's2q1', use: 'aloud' } },
    own('Mina'),
  ]);
  const read = foldReadBack(events);
  expect([...read.sections.keys()]).toEqual(['s2']);
  expect(read.questions.get(q('s2q1'))).toEqual({
    ownWords: 'Mina',
    chosen: null,
    shortened: false,
  });
});

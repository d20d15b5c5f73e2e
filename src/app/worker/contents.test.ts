import { describe, expect, it } from 'vitest';
import { fromUtf8 } from '../../base/bytes.ts';
import { fixedDeps } from '../../base/deps.ts';
import { MemberId, StreamId } from '../../base/ids.ts';
import { interviewTexts } from '../../i18n/interview.ts';
import {
  ended,
  GUIDE,
  IDA,
  INTERVIEW,
  memo,
  memoryJournal,
  must,
  openSession,
  q,
  ready,
  reopened,
  words,
  wrote,
} from '../../interview/fixture.ts';
import { privateMemo } from '../../interview/memo.ts';
import { takePassagesBack } from '../../interview/read-back.ts';
import { RETRACTED, type NewEvent } from '../../journal/model/event.ts';
import type { Journal } from '../../journal/model/port.ts';
import { reviewStreamOf } from '../../review/model/summary.ts';
import type { Deliverable } from '../../sync/delivery.ts';
import { contentsOf } from './contents.ts';
import type { GuideShelf } from './guides.ts';

const shelf: GuideShelf = {
  all: async () => [GUIDE],
  get: async (ref) => (ref.id === GUIDE.id && ref.version === GUIDE.version ? GUIDE : undefined),
  keep: async () => ({ ok: true, value: 'kept' }),
};
const records = {
  get: async () => undefined,
  put: async () => ({ ok: true, value: 'both' }) as const,
  remove: async () => ({ ok: true, value: 'both' }) as const,
  names: async () => [],
};

async function contents(journal: Journal<'real'>, kind: Deliverable, stream = INTERVIEW) {
  const opened = await journal.open(stream);
  if (!opened) throw new Error('no such stream');
  const packed = await contentsOf(journal, shelf)(kind, stream, opened, records);
  const texts = new Map<string, string>();
  for await (const part of packed.parts) texts.set(part.path, fromUtf8(part.bytes));
  return {
    ...packed,
    texts,
    page: texts.get('interview.md') ?? '',
    memo: texts.get('memo.md') ?? '',
  };
}

const told: readonly NewEvent[] = [
  ...ready(),
  wrote('s2q1', { ...words('Hon sa ”kom in” och log.'), verbatim: [[8, 14]] }),
  wrote('s2q5', { ...words('”Ingen frågade mig.”'), verbatim: [[1, 19]] }),
  wrote('s2q3', words('', { kind: 'scale', value: 3 })),
  wrote('s2q4', words('', { kind: 'date', from: '2009-08', to: '2018', unknown: false })),
  wrote('s1q3', words('', { kind: 'choice', options: ['notesOnly'] })),
  ended('s2q2', 'declined'),
  memo('keyMessages', ['Fråga mig', '', 'Ring efteråt']),
  memo('needSupport', 'today'),
];
const completed = (language: 'sv' | 'en'): NewEvent => ({
  type: 'InterviewCompleted',
  version: 1,
  data: {
    asked: GUIDE.sections
      .flatMap((section) => section.questions)
      .map(({ id, text }) => ({ question: id, text })),
    language,
  },
});

async function journalWith(...facts: readonly NewEvent[]): Promise<Journal<'real'>> {
  const journal = memoryJournal();
  await openSession(facts, journal);
  return journal;
}

describe('the Markdown of an interview', () => {
  it('reads as the talk did: every question as asked, in order, with its end', async () => {
    const { page } = await contents(await journalWith(...told, completed('sv')), 'interview');
    const headings = [...page.matchAll(/^### (\w+) /gm)].map((match) => match[1]);
    expect(headings).toEqual(
      GUIDE.sections.flatMap((section) => section.questions.map((question) => question.id)),
    );
    expect(page).toContain(`# ${GUIDE.title.sv}`);
    expect(page).toContain('- Deltagarens kod: K-017');
    expect(page).toContain('- Samtalsguide: default-guide 1.0.0, full');
    expect(page).toMatch(/- Samtalet hölls: .*2027/);
    const part = (id: string) => page.split(`### ${id} `)[1]?.split('\n##')[0] ?? '';
    expect(part('s2q1')).toContain('Hon sa ”kom in” och log.');
    expect(part('s2q1')).toContain('*Besvarad*');
    // Said word for word as a whole: a block quote, without marks.
    expect(part('s2q5')).toContain('\n> Ingen frågade mig.');
    expect(part('s2q2')).toContain('*Ville inte svara*');
    expect(part('s2q3')).toContain('**3 (0 = Inte alls, 10 = Väldigt mycket)**');
    expect(part('s2q4')).toContain('**2009-08 – 2018**');
    expect(part('s1q3')).toContain('**Ja, bara anteckningar**');
  });

  it('holds the own words, what may be used, and that a part was taken back', async () => {
    const own = 'Det var *jag* som valde.';
    const facts: readonly NewEvent[] = [
      { type: 'OwnWordsWritten', version: 1, data: { question: 's2q1', text: own } },
      { type: 'UseChosen', version: 1, data: { question: 's2q1', use: 'betweenUs' } },
      { type: 'UseChosen', version: 1, data: { question: 's2q5', use: 'quote' } },
      { type: 'PassageTakenBack', version: 1, data: { question: 's2q5' } },
      { type: 'SectionReadBack', version: 1, data: { section: 's2' } },
    ];
    const { page } = await contents(await journalWith(...told, ...facts), 'interview');
    const part = (id: string) => page.split(`### ${id} `)[1]?.split('\n##')[0] ?? '';
    expect(part('s2q1')).toContain('*Deltagarens egna ord*\n\nDet var \\*jag\\* som valde.');
    expect(part('s2q1')).toContain('*Användning: Mellan oss: bara intervjuaren och');
    // Nobody said yes to quotes, whatever was chosen.
    expect(part('s2q5')).toContain('*Användning: Får användas, men inte citeras*');
    expect(part('s2q5')).toContain('*Deltagaren har tagit tillbaka en del av svaret.');
    const { sv } = GUIDE.sections[1]?.title ?? { sv: '?' };
    expect(page).toContain('## Läst tillbaka med deltagaren');
    expect(page).toContain(`${sv}: läst `);
    expect(page).toContain('3 svar utan val om användning');
  });

  it('keeps nothing of a passage that was taken back, in any later parcel', async () => {
    const journal = await journalWith(...told, wrote('s2q1', 'Bra. HEMLIGT där. Slut.'));
    const session = await reopened(journal);
    must(await takePassagesBack(session, q('s2q1'), 'Bra. HEMLIGT där. Slut.', [[5, 18]]));
    for (const kind of ['interview', 'draft'] as const) {
      const { events, texts, page } = await contents(journal, kind);
      expect(JSON.stringify([events, [...texts]])).not.toContain('HEMLIGT');
      expect(page).toContain('Bra. Slut.');
    }
  });

  it('is in the language of the interview', async () => {
    const { page, memo: text } = await contents(
      await journalWith(...told, completed('en')),
      'interview',
    );
    expect(page).toContain(`# ${GUIDE.title.en}`);
    expect(page).toContain('*Answered*');
    expect(text).toContain('Yes, today');
  });

  it('of a draft holds what was asked so far, and no memo where there is none', async () => {
    const begun = ready().slice(0, 1);
    const journal = await journalWith(
      ...begun,
      wrote('s2q1', 'Halvvägs'),
      wrote('s2q4', words('')),
    );
    const { texts, page, tombstones } = await contents(journal, 'draft');
    expect([...texts.keys()]).toEqual(['interview.md']);
    expect(page).toContain('Halvvägs');
    expect(page).toContain('*Inte klar*');
    expect(page).not.toContain('### s1q1');
    expect(tombstones).toEqual([]);
  });

  it('goes without when the guide is not here; the events go all the same', async () => {
    const journal = await journalWith(...told);
    const opened = await journal.open(INTERVIEW);
    if (!opened) throw new Error('no interview');
    const bare = contentsOf(journal, { ...shelf, get: async () => undefined });
    const packed = await bare('interview', INTERVIEW, opened, records);
    expect(packed.parts).toEqual([]);
    expect(packed.events).toEqual(opened.events);
  });

  it('holds the memo in words', async () => {
    const { memo: text } = await contents(await journalWith(...told, completed('sv')), 'interview');
    expect(text).toContain('- Deltagarens kod: K-017');
    expect(text).toContain('Fråga mig\n\nRing efteråt');
    expect(text).toContain('Ja, i dag');
  });
});

it('a word that was taken back is in no part, and its event is a tombstone', async () => {
  const journal = await journalWith(...told, wrote('s3q4', 'MINHEMLIGHET'));
  const said = (await journal.open(INTERVIEW))?.events.at(-1);
  const facts = [
    { type: RETRACTED, version: 1, data: { events: [said?.id] } },
    { type: 'AnswerTakenBack', version: 1, data: { question: q('s3q4') } },
    completed('sv'),
  ];
  must(await journal.append(INTERVIEW, 'interview', facts, null));
  const packed = await contents(journal, 'interview');
  expect(packed.page + packed.memo + JSON.stringify(packed.events)).not.toContain('MINHEMLIGHET');
  expect(packed.page).toContain(interviewTexts.sv.takenBack);
  expect(packed.tombstones).toEqual([said?.id]);
});

it('part C is nowhere, whatever the parcel', async () => {
  const journal = await journalWith(...told, completed('sv'));
  const keeper = await privateMemo(journal, INTERVIEW, fixedDeps(1).random);
  keeper.draft('ownReactions', 'BARAFÖRMIG');
  await keeper.settle('ownReactions');
  const [own] = await journal.list('reflection');
  expect(JSON.stringify(own && (await journal.open(own.stream)))).toContain('BARAFÖRMIG');
  for (const kind of ['interview', 'draft', 'safety'] as const) {
    const packed = await contents(journal, kind);
    const all = [...packed.texts.values(), JSON.stringify(packed.events)].join('\n');
    expect(all).not.toContain('BARAFÖRMIG');
    expect(packed.events.every((event) => event.stream === INTERVIEW)).toBe(true);
  }
});

it('a safety flag carries the code it concerns and not one word of the talk', async () => {
  const flag = {
    type: 'SafetyFlagged',
    version: 1,
    data: { card: 'childAtRisk', question: 's4q3', note: 'Ett syskon bor kvar.' },
  };
  const packed = await contents(await journalWith(...told, flag), 'safety');
  expect(packed.events.map((event) => event.type)).toEqual(['InterviewStarted', 'SafetyFlagged']);
  expect(packed.parts).toEqual([]);
  expect(JSON.stringify(packed.events)).toContain('Ett syskon bor kvar.');
  expect(JSON.stringify(packed.events)).not.toContain('kom in');
});

it('a review goes to the one who began the interview', async () => {
  const journal = await journalWith(...told, completed('sv'));
  const supervisor = MemberId.parse('c'.repeat(32));
  const review = reviewStreamOf(INTERVIEW, supervisor);
  const begun = { type: 'ReviewStarted', version: 1, data: { interview: INTERVIEW, revision: 1 } };
  must(await journal.append(review, 'review', [begun], null));
  expect(await contents(journal, 'review', review)).toMatchObject({
    named: [IDA.author],
    parts: [],
  });
  const elsewhere = StreamId.parse('e'.repeat(32));
  const other = { ...begun, data: { interview: elsewhere, revision: 1 } };
  const orphan = reviewStreamOf(elsewhere, supervisor);
  must(await journal.append(orphan, 'review', [other], null));
  expect((await contents(journal, 'review', orphan)).named).toEqual([]);
});

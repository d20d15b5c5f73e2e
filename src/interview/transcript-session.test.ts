import { describe, expect, it } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import type { Journal } from '../journal/model/port.ts';
import { eraseInterview } from './erase.ts';
import { INTERVIEW, memoryJournal, moodyJournal, must } from './fixture.ts';
import type { Segment } from './model/transcript-state.ts';
import { transcriptOf, TranscriptSession } from './transcript-session.ts';

const deps = fixedDeps();
const openAgain = async (journal: Journal): Promise<TranscriptSession> => {
  const session = await TranscriptSession.open({ journal, deps }, INTERVIEW);
  if (!session) throw new Error('the transcript does not open');
  return session;
};
const begin = async (journal: Journal = memoryJournal()) => {
  const session = must(await TranscriptSession.begin({ journal, deps }, INTERVIEW, 'sv'));
  return { session, journal };
};
/** The segment of a number, counted from 0. */
function at(session: TranscriptSession, number: number): Segment {
  const segment = session.snapshot().segments[number];
  if (!segment) throw new Error('no such segment');
  return segment;
}
const texts = (session: TranscriptSession) =>
  session.snapshot().segments.map((each) => session.words(each).text);
const write = async (session: TranscriptSession, number: number, text: string) => {
  session.type(at(session, number).segment, { text, remark: '' });
  must(await session.settle(at(session, number).segment));
};
const kept = async (journal: Journal) => {
  const stream = await transcriptOf(journal, INTERVIEW);
  return JSON.stringify(stream && (await journal.open(stream)));
};

it('begins with one empty segment, and is found again by its interview', async () => {
  const { session, journal } = await begin();
  expect(session.snapshot().segments).toMatchObject([
    { speaker: 'interviewer', text: '', source: 'typed' },
  ]);
  expect((await openAgain(journal)).stream).toBe(session.stream);
  expect(
    await TranscriptSession.open({ journal: memoryJournal(), deps }, INTERVIEW),
  ).toBeUndefined();
});

describe('what is typed', () => {
  it('is there after a crash, and becomes one fact when the field is left', async () => {
    const { session, journal } = await begin();
    session.type(at(session, 0).segment, { text: 'He', remark: '' });
    session.type(at(session, 0).segment, { text: 'Hej', remark: 'ler' });
    await Promise.resolve();
    const after = await openAgain(journal);
    expect(after.words(at(after, 0))).toEqual({ text: 'Hej', remark: 'ler' });
    expect(at(after, 0).text).toBe('');
    must(await after.settle(at(after, 0).segment));
    must(await after.settle(at(after, 0).segment));
    expect(at(after, 0)).toMatchObject({ text: 'Hej', remark: 'ler' });
    expect(at(after, 0).versions).toHaveLength(2);
    expect(after.saveState()).toEqual({ type: 'saved', where: 'both' });
  });

  it('is not lost when the next segment begins, nor what is typed while that is kept', async () => {
    const { journal, hold, release } = moodyJournal();
    const { session } = await begin(journal);
    const { segment } = at(session, 0);
    session.type(segment, { text: 'Hej', remark: '' });
    hold();
    const next = session.next(segment);
    session.type(segment, { text: 'Hej där', remark: '' });
    release();
    await next;
    expect(texts(session)).toEqual(['Hej där', '']);
    expect(session.snapshot().segments.map(({ speaker }) => speaker)).toEqual([
      'interviewer',
      'participant',
    ]);
    must(await session.settleAll());
    expect(at(await openAgain(journal), 0).text).toBe('Hej där');
  });

  it('says so when it can not be kept, and keeps it on the screen', async () => {
    const { journal, refuse } = moodyJournal();
    const { session } = await begin(journal);
    refuse({ type: 'diskFull' });
    session.type(at(session, 0).segment, { text: 'Hej', remark: '' });
    expect((await session.settle(at(session, 0).segment)).ok).toBe(false);
    expect(session.saveState()).toMatchObject({ type: 'failed' });
    expect(texts(session)).toEqual(['Hej']);
    expect(await session.next(at(session, 0).segment)).toBeUndefined();
  });
});

describe('time', () => {
  it('goes with the next segment, and ends the one before', async () => {
    const { session } = await begin();
    must(await session.change(at(session, 0).segment, { from: 1000 }));
    await session.next(at(session, 0).segment, { at: 4000, speaker: 'other' });
    expect(at(session, 0)).toMatchObject({ from: 1000, to: 4000 });
    expect(at(session, 1)).toMatchObject({ from: 4000, to: null, speaker: 'other' });
  });

  it('that is typed is kept when it can be read, and stays to be mended when not', async () => {
    const { session, journal } = await begin();
    const { segment } = at(session, 0);
    session.typeTime(segment, '1:0x');
    expect(await session.settleTime(segment)).toBe(false);
    expect((await openAgain(journal)).timeTyped(segment)).toBe('1:0x');
    session.typeTime(segment, '1:02:03');
    expect(await session.settleTime(segment)).toBe(true);
    expect(at(session, 0).from).toBe(3_723_000);
    expect(session.timeTyped(segment)).toBeNull();
    session.typeTime(segment, ' ');
    await session.settleTime(segment);
    expect(at(session, 0).from).toBeNull();
  });
});

describe('imported words', () => {
  const imported = async () => {
    const { session, journal } = await begin();
    must(
      await session.importAll([
        { from: 0, to: 2000, text: 'Hej du. Vad gör du?', remark: '', speaker: 'participant' },
      ]),
    );
    return { session, journal };
  };

  it('stay unchecked until somebody has listened, and again when they change', async () => {
    const { session } = await imported();
    expect(at(session, 1)).toMatchObject({ source: 'imported', checked: false });
    session.type(at(session, 1).segment, { text: 'Hej du. Vad gör du nu?', remark: '' });
    must(await session.check(at(session, 1).segment));
    expect(at(session, 1)).toMatchObject({ text: 'Hej du. Vad gör du nu?', checked: true });
    await write(session, 1, 'Annat');
    expect(at(session, 1).checked).toBe(false);
  });

  it('are cut in two with what was listened to', async () => {
    const { session } = await imported();
    must(await session.check(at(session, 1).segment));
    await session.cut(at(session, 1).segment, 7, 900);
    expect(session.snapshot().segments.slice(1)).toMatchObject([
      { text: 'Hej du.', to: 900, checked: true },
      { text: 'Vad gör du?', from: 900, checked: true },
    ]);
  });
});

it('brings back what was removed as a slip, with the words that were typed last', async () => {
  const { session } = await begin();
  session.type(at(session, 0).segment, { text: 'Hej', remark: '' });
  must(await session.remove(at(session, 0).segment));
  expect(session.snapshot().segments).toEqual([]);
  const [removed] = session.snapshot().removed;
  const older = removed?.versions.at(-1)?.data;
  must(older ? await session.restore(older) : await session.settleAll());
  expect(texts(session)).toEqual(['Hej']);
});

it('brings back the whole, with what is being typed among the older versions', async () => {
  const { session } = await begin();
  await write(session, 0, 'Ett');
  const count = session.events().length;
  await session.next(at(session, 0).segment);
  session.type(at(session, 0).segment, { text: 'Ändrat', remark: '' });
  must(await session.restoreAll(count));
  expect(texts(session)).toEqual(['Ett']);
  expect(at(session, 0).versions.map(({ data }) => data.text)).toContain('Ändrat');
});

describe('what the participant takes back', () => {
  it('is erased in every version, also what was only typed', async () => {
    const { session, journal } = await begin();
    await write(session, 0, 'hemligt ett');
    session.type(at(session, 0).segment, { text: 'hemligt två', remark: 'hemlig ton' });
    session.typeTime(at(session, 0).segment, 'hemlig tid');
    const { segment } = at(session, 0);
    must(await session.takeBack([segment]));
    expect(await kept(journal)).not.toContain('hemlig');
    expect(session.snapshot()).toMatchObject({ segments: [], takenBack: [{ segment }] });
    expect((await openAgain(journal)).snapshot()).toEqual(session.snapshot());
  });

  it('is not taken back when the words could not be kept first', async () => {
    const { journal, refuse } = moodyJournal();
    const { session } = await begin(journal);
    session.type(at(session, 0).segment, { text: 'hemligt', remark: '' });
    await Promise.resolve();
    refuse({ type: 'diskFull' });
    expect((await session.takeBack([at(session, 0).segment])).ok).toBe(false);
    expect(texts(session)).toEqual(['hemligt']);
  });

  it('goes with the interview when that is erased', async () => {
    const { session, journal } = await begin();
    await write(session, 0, 'hemligt');
    must(await eraseInterview(journal, INTERVIEW));
    expect(await kept(journal)).toBeUndefined();
    expect(await journal.open(session.stream)).toBeUndefined();
  });
});

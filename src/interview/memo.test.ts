import { describe, expect, it } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import type { Journal } from '../journal/model/port.ts';
import {
  INTERVIEW,
  memoryJournal,
  moodyJournal,
  openSession,
  reopened,
  started,
  talkEnded,
} from './fixture.ts';
import { privateMemo, sharedMemo } from './memo.ts';

const turns = () => new Promise((resolve) => setTimeout(resolve, 0));
const PRIVATE = 'BARAFÖRMIG';
const { random } = fixedDeps(1);
const interviewIn = async (journal: Journal) => JSON.stringify(await journal.open(INTERVIEW));

/** What the reflection streams of a journal hold. */
async function reflections(journal: Journal) {
  const rows = await journal.list('reflection');
  return Promise.all(rows.map(({ stream }) => journal.open(stream)));
}

describe('parts A and B', () => {
  it('are drafts on every input and facts of the interview when left', async () => {
    const journal = memoryJournal();
    const session = await openSession([started(), talkEnded], journal);
    const keeper = sharedMemo(session);
    expect(keeper.value('setting')).toBeUndefined();
    keeper.draft('setting', 'Biblio');
    keeper.draft('setting', 'Biblioteket');
    expect(keeper.value('setting')).toBe('Biblioteket');
    await turns();
    expect(sharedMemo(await reopened(journal)).value('setting')).toBe('Biblioteket');
    await keeper.settle('setting');
    await keeper.settle('setting');
    const opened = await journal.open(INTERVIEW);
    expect(opened?.events.filter((each) => each.type === 'MemoWritten')).toHaveLength(1);
    expect(opened?.drafts).toEqual([]);
    expect(session.snapshot().state.memo.get('setting')).toBe('Biblioteket');
  });

  it('keep lists and numbers as they are, and nothing for a field never touched', async () => {
    const session = await openSession([started(), talkEnded]);
    const keeper = sharedMemo(session);
    keeper.draft('keyMessages', ['Ett', '', 'Tre']);
    keeper.draft('listening', 7);
    await keeper.settle('keyMessages');
    await keeper.settle('listening');
    await keeper.settle('surprises');
    expect([...session.snapshot().state.memo]).toEqual([
      ['keyMessages', ['Ett', '', 'Tre']],
      ['listening', 7],
    ]);
  });
});

describe('part C', () => {
  it('lives in a stream of its own and never in the interview', async () => {
    const journal = memoryJournal();
    const session = await openSession([started(), talkEnded], journal);
    const keeper = await privateMemo(journal, session.stream, random);
    keeper.draft('ownReactions', PRIVATE);
    await keeper.settle('ownReactions');
    expect(await interviewIn(journal)).not.toContain(PRIVATE);
    const [own] = await reflections(journal);
    expect(own?.kind).toBe('reflection');
    expect(JSON.stringify(own)).toContain(PRIVATE);
    expect(JSON.stringify(await journal.list('reflection'))).not.toContain(PRIVATE);
  });

  it('is on disk from the first letter, and is found again', async () => {
    const journal = memoryJournal();
    const keeper = await privateMemo(journal, INTERVIEW, random);
    keeper.draft('ownReactions', 'J');
    keeper.draft('ownReactions', 'Jag');
    keeper.draft('listening', 4);
    await turns();
    const again = await privateMemo(journal, INTERVIEW, random);
    expect(again.value('ownReactions')).toBe('Jag');
    expect(again.value('listening')).toBe(4);
    await again.settle('ownReactions');
    expect(await reflections(journal)).toHaveLength(1);
  });

  it('makes one event a settling, not one a letter', async () => {
    const { journal, hold, release } = moodyJournal();
    const keeper = await privateMemo(journal, INTERVIEW, random);
    hold();
    for (const text of ['J', 'Ja', 'Jag', 'Jag b', 'Jag blev']) keeper.draft('ownReactions', text);
    const settled = keeper.settle('ownReactions');
    release();
    await settled;
    await keeper.settle('ownReactions');
    const [own] = await reflections(journal);
    expect(own?.events.map((each) => each.body?.data)).toEqual([
      { interview: INTERVIEW, field: 'ownReactions', value: 'Jag blev' },
    ]);
    expect(own?.drafts).toEqual([]);
    expect(keeper.value('ownReactions')).toBe('Jag blev');
  });

  it('of one interview is not shown with another', async () => {
    const journal = memoryJournal();
    const other = StreamId.parse('e'.repeat(32));
    const keeper = await privateMemo(journal, other, random);
    keeper.draft('ownReactions', PRIVATE);
    await keeper.settle('ownReactions');
    expect((await privateMemo(journal, INTERVIEW, random)).value('ownReactions')).toBeUndefined();
    expect((await privateMemo(journal, other, random)).value('ownReactions')).toBe(PRIVATE);
  });

  it('keeps what was written while the journal refuses, and tries again when the field is left', async () => {
    const { journal, refuse } = moodyJournal();
    const keeper = await privateMemo(journal, INTERVIEW, random);
    refuse({ type: 'diskFull' });
    keeper.draft('ownReactions', 'Jag blev arg');
    await turns();
    expect(keeper.value('ownReactions')).toBe('Jag blev arg');
    expect(await reflections(journal)).toEqual([]);
    refuse(null);
    await keeper.settle('ownReactions');
    expect(await reflections(journal)).toHaveLength(1);
  });
});

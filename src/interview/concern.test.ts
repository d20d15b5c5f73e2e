import { describe, expect, it } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import type { StreamId } from '../base/ids.ts';
import { merge } from '../journal/model/merge.ts';
import type { Journal } from '../journal/model/port.ts';
import { beginConcern, ConcernSession, openConcernOf } from './concern.ts';
import { eraseInterview } from './erase.ts';
import { IDA, INTERVIEW, memoryJournal, moodyJournal, openSession } from './fixture.ts';
import { ConcernSummary } from './model/concern.ts';

const { clock, random } = fixedDeps();

async function begin(journal: Journal): Promise<StreamId> {
  const begun = await beginConcern(
    journal,
    { kind: 'concern', interview: INTERVIEW, code: 'K-017' },
    { author: IDA.author, random, now: clock.now() },
  );
  if (!begun.ok) throw new Error('not begun');
  return begun.value;
}
async function open(journal: Journal, stream: StreamId): Promise<ConcernSession> {
  const session = await ConcernSession.open(journal, clock.now, stream);
  if (!session) throw new Error('does not open');
  return session;
}
async function summaryOf(journal: Journal): Promise<ConcernSummary> {
  const [only, ...more] = await journal.list('concern');
  expect(more).toEqual([]);
  return ConcernSummary.parse(only?.data);
}

describe('an open draft for a report', () => {
  it('has what was being typed when the tablet went off', async () => {
    const journal = memoryJournal();
    const stream = await begin(journal);
    const before = await open(journal, stream);
    before.draft('said', 'Elias bor där n');
    before.draft('said', 'Elias bor där nu');
    before.draft('to', 'Mottagning');
    await expect.poll(() => before.saveState().type).toBe('saved');
    const after = await open(journal, stream);
    expect(after.value('said')).toBe('Elias bor där nu');
    expect(after.value('to')).toBe('Mottagning');
    expect(await after.settle('said')).toEqual({ ok: true, value: 'changed' });
    expect(await after.settle('said')).toEqual({ ok: true, value: 'same' });
    expect(after.snapshot().fields.get('said')?.text).toBe('Elias bor där nu');
    expect((await journal.open(stream))?.drafts.map(({ key }) => key)).toEqual(['to']);
  });

  it('is handed over with what stands in its fields, also what is still being typed', async () => {
    const journal = memoryJournal();
    const session = await open(journal, await begin(journal));
    session.draft('place', 'Hemma hos Rolf');
    session.draft('to', ' Mottagningen ');
    session.draft('way', 'telefon');
    session.draft('when', '14.40');
    expect((await summaryOf(journal)).handedOverAt).toBeNull();
    expect((await session.handOver()).ok).toBe(true);
    expect(session.snapshot().handOvers).toMatchObject([
      { to: 'Mottagningen', way: 'telefon', when: '14.40' },
    ]);
    expect(session.snapshot().fields.get('place')?.text).toBe('Hemma hos Rolf');
    expect((await summaryOf(journal)).handedOverAt).not.toBeNull();
    expect(session.value('to')).toBe('');
  });

  it('keeps what could not be saved in its field, and says so', async () => {
    const { journal, refuse } = moodyJournal();
    const session = await open(journal, await begin(journal));
    session.draft('said', 'Han');
    await expect.poll(() => session.saveState().type).toBe('saved');
    refuse({ type: 'diskFull' });
    expect((await session.settle('said')).ok).toBe(false);
    expect(session.saveState()).toMatchObject({ type: 'failed' });
    expect(session.value('said')).toBe('Han');
    expect((await session.handOver()).ok).toBe(false);
    expect(session.snapshot().handedOverAt).toBeNull();
  });

  it('is found again from its interview until it is handed over', async () => {
    const journal = memoryJournal();
    expect(await openConcernOf(journal, INTERVIEW, 'concern')).toBeUndefined();
    const stream = await begin(journal);
    expect(await openConcernOf(journal, INTERVIEW, 'concern')).toBe(stream);
    expect(await openConcernOf(journal, INTERVIEW, 'misconduct')).toBeUndefined();
    const session = await open(journal, stream);
    await session.handOver();
    expect(await openConcernOf(journal, INTERVIEW, 'concern')).toBeUndefined();
  });
});

it('stays when the interview it came from is erased', async () => {
  const journal = memoryJournal();
  await openSession(undefined, journal);
  const stream = await begin(journal);
  const session = await open(journal, stream);
  session.draft('said', 'Elias bor där nu');
  await session.settle('said');
  expect((await eraseInterview(journal, INTERVIEW)).ok).toBe(true);
  expect(await journal.open(INTERVIEW)).toBeUndefined();
  const left = await open(journal, stream);
  expect(left.value('said')).toBe('Elias bor där nu');
});

describe('removing what was begun by mistake', () => {
  it('leaves nothing of it, typed or kept, in storage or beside an older copy', async () => {
    const journal = memoryJournal();
    const stream = await begin(journal);
    const session = await open(journal, stream);
    session.draft('said', 'HEMLIGT ett');
    await session.settle('said');
    const older = (await journal.open(stream))?.events ?? [];
    session.draft('said', 'HEMLIGT två');
    session.draft('to', 'HEMLIGT tre');
    expect(await session.remove()).toMatchObject({ ok: true });
    const kept = await journal.open(stream);
    expect(JSON.stringify([kept, merge(kept?.events ?? [], older)])).not.toMatch(/HEMLIGT|K-017/);
    expect(kept?.faults).toEqual([]);
    expect(session.snapshot().removedAt).toBeGreaterThan(0);
    expect(await summaryOf(journal)).toMatchObject({
      kind: 'concern',
      code: null,
      interview: null,
    });
    // The next one from this interview is a new one.
    expect(await openConcernOf(journal, INTERVIEW, 'concern')).toBeUndefined();
  });

  it('is refused once it was handed over', async () => {
    const journal = memoryJournal();
    const session = await open(journal, await begin(journal));
    session.draft('said', 'Elias bor där nu');
    await session.handOver();
    expect(await session.remove()).toBeNull();
    expect(session.value('said')).toBe('Elias bor där nu');
  });

  it('says so when it could not be erased', async () => {
    const { journal, refuse } = moodyJournal();
    const session = await open(journal, await begin(journal));
    refuse({ type: 'diskFull' });
    expect(await session.remove()).toMatchObject({ ok: false });
    expect(session.snapshot().removedAt).toBeUndefined();
  });
});

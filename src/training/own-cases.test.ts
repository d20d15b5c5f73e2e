import { describe, expect, it } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import { DeviceId, MemberId, TrackId, type StreamId } from '../base/ids.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import template from './data/case-template.json' with { type: 'json' };
import { beginForm, CaseTemplate } from './model/case-edited.ts';
import { NO_ANSWER, NO_REPLY, type TypedAbout } from './model/case-form.ts';
import {
  beginCase,
  draftCase,
  draftedCases,
  draftIdOf,
  listOwnCases,
  openCase,
  publishCase,
  publishedCases,
  withdrawCase,
} from './own-cases.ts';

const ME = MemberId.parse('1'.repeat(32));
const FORM = beginForm('Ester', TrackId.parse('core'), CaseTemplate.parse(template));
const about = (value: TypedAbout) => ({ ...FORM, about: value });
const TEXT = { sv: 'Hon flyttade två gånger.', en: '' };
const ABOUT: TypedAbout = { ...FORM.about, age: '18', summary: TEXT, goals: [TEXT] };

async function begun() {
  const deps = fixedDeps();
  const journal = openMemoryJournal({ author: ME, device: DeviceId.parse('2'.repeat(32)) }, deps);
  const kept = await beginCase(journal, FORM, ME, deps.random);
  if (!kept.ok) throw new Error('not begun');
  const stream: StreamId = kept.value;
  return { journal, stream };
}

describe('own cases', () => {
  it('keep every part that is typed, and show nobody before they are published', async () => {
    const { journal, stream } = await begun();
    await draftCase(journal, stream, { place: 'about', value: ABOUT });
    const reply = { ...NO_REPLY, say: { sv: 'Jag var nio.', en: '' } };
    await draftCase(journal, stream, { place: 'answers/s2q1', value: { ...NO_ANSWER, reply } });
    const opened = await openCase(journal, stream);
    expect(opened?.form).toEqual({
      ...FORM,
      about: ABOUT,
      answers: { s2q1: { ...NO_ANSWER, reply } },
    });
    expect(opened?.isChanged).toBe(true);
    expect(await publishedCases(journal)).toEqual([]);
    expect(await listOwnCases(journal)).toEqual([
      { stream, alias: 'Ester', published: null, isOut: false, isChanged: true },
    ]);
  });

  it('count up with each publication, and go out of the list when withdrawn', async () => {
    const { journal, stream } = await begun();
    await draftCase(journal, stream, { place: 'about', value: ABOUT });
    expect(await publishCase(journal, stream, about(ABOUT))).toMatchObject({
      ok: true,
      value: { version: 1 },
    });
    expect(await publishedCases(journal)).toMatchObject([
      { id: stream, version: 1, persona: { alias: 'Ester', age: 18 } },
    ]);
    expect((await openCase(journal, stream))?.isChanged).toBe(false);

    const older = { ...ABOUT, age: '21' };
    await draftCase(journal, stream, { place: 'about', value: older });
    expect(await publishedCases(journal)).toMatchObject([{ persona: { age: 18 } }]);
    expect(await publishCase(journal, stream, about(older))).toMatchObject({
      ok: true,
      value: { version: 2 },
    });
    expect(await publishedCases(journal)).toMatchObject([{ version: 2, persona: { age: 21 } }]);

    expect(await withdrawCase(journal, stream)).toMatchObject({ ok: true });
    expect(await publishedCases(journal)).toEqual([]);
    expect(await listOwnCases(journal)).toMatchObject([{ published: null, isOut: true }]);
    expect(await publishCase(journal, stream, about(older))).toMatchObject({
      ok: true,
      value: { version: 3 },
    });
  });

  it('are not published half done, and lose nothing by trying', async () => {
    const { journal, stream } = await begun();
    await draftCase(journal, stream, { place: 'about', value: { ...ABOUT, age: '' } });
    expect(await publishCase(journal, stream, about({ ...ABOUT, age: '' }))).toEqual({
      ok: false,
      error: { type: 'incomplete', lacks: [{ place: 'about', type: 'age' }] },
    });
    expect((await openCase(journal, stream))?.form.about.summary).toEqual(TEXT);
  });

  it('can be tried by their trainer as they stand, under a name of their own', async () => {
    const { journal, stream } = await begun();
    expect(await draftedCases(journal)).toEqual([]);
    await draftCase(journal, stream, { place: 'about', value: ABOUT });
    expect(await draftedCases(journal)).toMatchObject([
      { id: draftIdOf(stream), version: 1, persona: { age: 18 } },
    ]);
    expect(await publishedCases(journal)).toEqual([]);
  });

  it('are only withdrawn when they are out', async () => {
    const { journal, stream } = await begun();
    expect(await withdrawCase(journal, stream)).toEqual({
      ok: false,
      error: { type: 'noSuchCase' },
    });
  });

  it('cannot pass themselves off as another case', async () => {
    const { journal, stream } = await begun();
    await draftCase(journal, stream, { place: 'about', value: ABOUT });
    const made = await publishCase(journal, stream, about(ABOUT));
    if (!made.ok) throw new Error('not published');
    const other = await begun();
    await other.journal.append(
      other.stream,
      'case',
      [
        { type: 'CaseWritten', version: 1, data: { case: { ...made.value, id: 'case1' } } },
        { type: 'CasePublished', version: 1, data: { version: 1 } },
      ],
      { by: ME, published: 1, isOut: true },
    );
    expect(await publishedCases(other.journal)).toEqual([]);
  });
});

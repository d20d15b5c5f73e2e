import { describe, expect, it } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import { DeviceId, GuideId, MemberId } from '../base/ids.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import { changeGroup, listGroups, makeGroup } from './groups.ts';
import { readSignoff, signOff, takeBackSignoff } from './signing.ts';

const ME = MemberId.parse('1'.repeat(32));
const TORE = MemberId.parse('5'.repeat(32));
const GUIDE = { id: GuideId.parse('default'), version: '1.0.0' };
const anyone = () => true;

const open = () => {
  const deps = fixedDeps();
  const journal = openMemoryJournal({ author: ME, device: DeviceId.parse('2'.repeat(32)) }, deps);
  return { journal, deps };
};

describe('groups', () => {
  it('are listed by name with who is in them, as they were changed last', async () => {
    const { journal, deps } = open();
    const spring = await makeGroup(journal, 'Vår', ME, deps.random);
    const autumn = await makeGroup(journal, 'Höst', ME, deps.random);
    if (!spring.ok || !autumn.ok) throw new Error('not made');
    const member = { member: TORE };
    await changeGroup(journal, spring.value, { type: 'MemberAdded', version: 1, data: member });
    await changeGroup(journal, autumn.value, { type: 'MemberAdded', version: 1, data: member });
    await changeGroup(journal, autumn.value, { type: 'MemberRemoved', version: 1, data: member });
    await changeGroup(journal, autumn.value, {
      type: 'GroupNamed',
      version: 1,
      data: { name: 'Hösten 2026' },
    });
    expect(await listGroups(journal)).toEqual([
      { stream: autumn.value, by: ME, name: 'Hösten 2026', members: [] },
      { stream: spring.value, by: ME, name: 'Vår', members: [TORE] },
    ]);
  });

  it('cannot be changed where there is none', async () => {
    const { journal } = open();
    const stream = (await makeGroup(open().journal, 'X', ME, fixedDeps().random)) satisfies object;
    if (!stream.ok) throw new Error('not made');
    const changed = await changeGroup(journal, stream.value, {
      type: 'MemberAdded',
      version: 1,
      data: { member: TORE },
    });
    expect(changed).toEqual({ ok: false, error: { type: 'noSuchGroup' } });
  });
});

describe('sign-off', () => {
  it('stands until it is taken back, and can be given anew', async () => {
    const { journal } = open();
    await signOff(journal, ME, { trainee: TORE, guide: GUIDE, note: ' Bra tystnader. ' });
    expect(await readSignoff(journal, TORE, anyone)).toMatchObject({
      standing: [{ by: ME, guide: GUIDE, note: 'Bra tystnader.' }],
    });
    await takeBackSignoff(journal, ME, { trainee: TORE, reason: 'Vi behöver prata.' });
    expect(await readSignoff(journal, TORE, anyone)).toMatchObject({
      standing: [],
      takenBack: { by: ME, reason: 'Vi behöver prata.' },
    });
    await signOff(journal, ME, { trainee: TORE, guide: GUIDE, note: '' });
    const now = await readSignoff(journal, TORE, anyone);
    expect(now?.standing).toHaveLength(1);
    expect(now?.takenBack).toBeNull();
  });

  it('is not given to oneself, and nothing is taken back that does not stand', async () => {
    const { journal } = open();
    expect(await signOff(journal, ME, { trainee: ME, guide: GUIDE, note: '' })).toEqual({
      ok: false,
      error: { type: 'ownSignoff' },
    });
    expect(await takeBackSignoff(journal, ME, { trainee: TORE, reason: 'x' })).toEqual({
      ok: false,
      error: { type: 'notSigned' },
    });
    expect(await journal.list('signoff')).toEqual([]);
  });
});

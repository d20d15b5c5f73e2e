import { expect, test } from 'vitest';
import { fixedDeps, systemClock, systemRandom } from '../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../base/ids.ts';
import { stamp } from '../../journal/model/event.ts';
import type { KeptTalk } from '../../training/model/kept-talk.ts';
import {
  createVault,
  memoryDevice,
  must,
  PASSPHRASE,
  unlockVault,
} from '../../../tests/setup/vault.ts';
import { fieldVault } from './field-vault.ts';

const deps = { clock: systemClock(), random: systemRandom };
const WORDS = 'timjan kastrull älvdal tisdag';
const WORDS_SAID = ['hon räknade dagarna', 'blåklintsfältet', 'ingen frågade'];

/** A talk with so much written in it, and as much of its run. */
function talkOf(words: readonly string[], handedOver: number | null = null): KeptTalk {
  const writer = { author: MemberId.parse('1'.repeat(32)), device: DeviceId.parse('2'.repeat(32)) };
  const [stream, interview] = [StreamId.parse('a'.repeat(32)), StreamId.parse('b'.repeat(32))];
  const facts = words.map((text) => ({ type: 'AnswerWritten', version: 1, data: { text } }));
  const of = (each: StreamId, kind: 'practice' | 'interview') => ({
    stream: each,
    kind,
    summary: null,
    events: stamp(facts, each, [], writer, fixedDeps()),
    drafts: [{ key: 's1q1', value: { text: 'på väg' } }],
  });
  const streams = [of(stream, 'practice'), of(interview, 'interview')];
  return { writer, stream, interview, handedOver, streams };
}
const TALK = talkOf(WORDS_SAID);

/** A tablet with one real vault that is open, and the practice vault beside it. */
async function tablet() {
  const device = memoryDevice(deps);
  const host = device.start();
  const real = await createVault(host);
  const field = fieldVault(host, () => real, deps);
  return { device, host, real, field };
}

test('what was written before a restart is there after it, and is compared word for word', async () => {
  const { device, real, field } = await tablet();
  expect(must(await field({ type: 'look' }))).toEqual({ type: 'none' });
  must(await field({ type: 'make', passphrase: WORDS }));
  expect(must(await field({ type: 'keep', talk: TALK }))).toEqual({
    type: 'open',
    kept: 3,
    found: 3,
    handedOver: null,
    restarted: false,
  });
  await field({ type: 'close' });
  await real.close();

  const host = device.start();
  const again = await unlockVault(host, real.vault);
  const after = fieldVault(host, () => again, deps);
  expect(must(await after({ type: 'look' }))).toEqual({ type: 'locked' });
  expect(must(await after({ type: 'unlock', passphrase: WORDS }))).toEqual({
    type: 'open',
    kept: 3,
    found: 3,
    handedOver: null,
    restarted: true,
  });
  // The talk itself for who asks for it, also what was still being typed.
  expect(must(await after({ type: 'read' }))).toMatchObject({ talk: TALK });
  const handed = talkOf([...WORDS_SAID, 'och sedan'], 7);
  must(await after({ type: 'keep', talk: handed }));
  expect(must(await after({ type: 'look' }))).toMatchObject({ kept: 4, found: 4, handedOver: 7 });
  await again.close();
});

test('opens with its own passphrase and not with the real one', async () => {
  const { real, field } = await tablet();
  must(await field({ type: 'make', passphrase: WORDS }));
  await field({ type: 'close' });
  expect(await field({ type: 'unlock', passphrase: PASSPHRASE })).toMatchObject({
    ok: false,
    error: { type: 'wrongSecret' },
  });
  expect(must(await field({ type: 'look' }))).toEqual({ type: 'locked' });
  await real.close();
});

test('says so when something is not as it was kept', async () => {
  const { host, real, field } = await tablet();
  must(await field({ type: 'make', passphrase: WORDS }));
  must(await field({ type: 'keep', talk: TALK }));
  await field({ type: 'close' });
  const card = (await host.cards()).find((each) => each.class === 'practice');
  const vault = must(
    await host.unlock(card?.vault ?? real.vault, { type: 'passphrase', passphrase: WORDS }),
  );
  must(await vault.records.put('talk', talkOf(['hon räknade dagarna', 'blåklint'])));
  await vault.close();
  const state = must(await field({ type: 'unlock', passphrase: WORDS }));
  expect(state).toMatchObject({ kept: 3, found: 1 });
  await field({ type: 'close' });
  await real.close();
});

test('holds no stream and no parcel, and is marked on its card', async () => {
  const { host, real, field } = await tablet();
  must(await field({ type: 'make', passphrase: WORDS }));
  must(await field({ type: 'keep', talk: TALK }));
  const cards = await host.cards();
  expect(cards.map((card) => card.class)).toEqual(
    cards.map(({ vault }) => (vault === real.vault ? undefined : 'practice')),
  );
  const card = cards.find((each) => each.class === 'practice');
  if (!card) throw new Error('no practice vault');
  await field({ type: 'close' });
  const vault = must(await host.unlock(card.vault, { type: 'passphrase', passphrase: WORDS }));
  for (const kind of ['interview', 'practice', 'training', 'survey'] as const) {
    expect(await vault.journal.list(kind)).toEqual([]);
  }
  expect(await vault.outbox.list()).toEqual([]);
  expect(await vault.records.names('')).toEqual(['talk']);
  await vault.close();
  await real.close();
});

test('is gone when the module is done: no card, no row, and the real vault knows of nothing', async () => {
  const { device, host, real, field } = await tablet();
  must(await field({ type: 'make', passphrase: WORDS }));
  must(await field({ type: 'keep', talk: TALK }));
  const vault = (await host.cards()).find((each) => each.class === 'practice')?.vault;
  if (!vault) throw new Error('no practice vault');
  expect(must(await field({ type: 'end' }))).toEqual({ type: 'none' });
  expect((await host.cards()).map((card) => card.vault)).toEqual([real.vault]);
  expect(await device.files.vaults()).toEqual([real.vault]);
  const databases = await device.indexedDB.databases();
  expect(databases.map(({ name }) => name).filter((name) => name?.includes(vault))).toEqual([]);
  expect(await real.records.names('field')).toEqual([]);
  await real.close();
});

test('a new one takes the place of one whose passphrase is forgotten, and a weak one is refused', async () => {
  const { host, real, field } = await tablet();
  must(await field({ type: 'make', passphrase: WORDS }));
  expect(await field({ type: 'make', passphrase: '1234' })).toMatchObject({
    ok: false,
    error: { type: 'weakPassphrase' },
  });
  must(await field({ type: 'make', passphrase: WORDS }));
  expect((await host.cards()).filter((card) => card.class === 'practice')).toHaveLength(1);
  await field({ type: 'end' });
  await real.close();
});

test('two people on one device each have their own, and neither opens nor ends the other’s', async () => {
  const { host, real, field } = await tablet();
  must(await field({ type: 'make', passphrase: WORDS }));
  must(await field({ type: 'keep', talk: TALK }));
  await field({ type: 'close' });

  const colleague = await createVault(host);
  const other = fieldVault(host, () => colleague, deps);
  expect(must(await other({ type: 'look' }))).toEqual({ type: 'none' });
  expect(must(await other({ type: 'unlock', passphrase: WORDS }))).toEqual({ type: 'none' });
  must(await other({ type: 'make', passphrase: `${WORDS} lampa` }));
  must(await other({ type: 'keep', talk: talkOf(['mitt eget']) }));
  expect(must(await other({ type: 'end' }))).toEqual({ type: 'none' });

  expect(must(await field({ type: 'look' }))).toEqual({ type: 'locked' });
  expect(must(await field({ type: 'unlock', passphrase: WORDS }))).toMatchObject({
    type: 'open',
    kept: 3,
    found: 3,
  });
  await field({ type: 'close' });
  await Promise.all([real.close(), colleague.close()]);
});

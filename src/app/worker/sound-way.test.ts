import { beforeEach, expect, it } from 'vitest';
import { sha256, utf8 } from '../../base/bytes.ts';
import { fixedDeps, newId, systemRandom } from '../../base/deps.ts';
import { OfficeId } from '../../base/ids.ts';
import { err, ok } from '../../base/result.ts';
import { RECORDING, secondsOf } from '../../interview/sound-fixture.ts';
import { INTERVIEW } from '../../interview/fixture.ts';
import { toFile } from '../../parcel/file.ts';
import { makeRoot } from '../../parcel/keys.ts';
import { packParcel } from '../../parcel/pack.ts';
import { verifySignature } from '../../parcel/verify.ts';
import { openDelivery } from '../../sync/delivery.ts';
import { membershipOf } from '../../sync/fixture.ts';
import { openLedger } from '../../sync/ledger.ts';
import { deliveryStates, openProgress } from '../../sync/states.ts';
import { memorySound } from '../../../tests/setup/memory-sound.ts';
import { storedRows } from '../../../tests/setup/vault-rows.ts';
import {
  createVault,
  memoryDevice,
  must,
  unlockVault,
  type Device,
} from '../../../tests/setup/vault.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import type { SoundStore } from '../../vault/model/sound.ts';
import { contentsOf } from './contents.ts';
import { takeSound } from './contents-sound.ts';
import { openGuideShelf } from './guides.ts';
import { openSoundWay, type SoundWay } from './sound-way.ts';

/* A real vault and real seals around sound in memory: what is packed lies in the database, or nothing does. */
const deps = { clock: fixedDeps().clock, random: systemRandom };
/** Some quarter of an hour: three parts. */
const SECONDS = 800;

let device: Device;
let vault: OpenVault;
let way: SoundWay;
let seen: (number | string)[];
let stopAt: number;

beforeEach(async () => {
  device = memoryDevice();
  const sound = breathing(memorySound());
  vault = { ...(await createVault(device.start())), sound: async () => sound };
  const kept = {
    type: 'SoundKept',
    version: 1,
    data: { interview: INTERVIEW, mime: 'audio/webm' },
  };
  must(await vault.journal.append(RECORDING, 'sound', [kept], { interview: INTERVIEW }));
  must(await sound.begin(RECORDING, INTERVIEW));
  for (const slice of secondsOf(SECONDS, 20)) must(await sound.append(RECORDING, slice));

  const { signer } = await makeRoot(systemRandom);
  const membership = await membershipOf(vault, newId(OfficeId, systemRandom), signer.key);
  const never = () => Promise.resolve(err({ type: 'notEnrolled' } as const));
  const ledger = openLedger(vault.records);
  const delivery = openDelivery({
    ...deps,
    vault,
    desk: { pack: packParcel, toFile },
    ledger,
    directory: { membership: async () => membership, enrol: never, refresh: never, change: never },
    verify: verifySignature,
    partsOf: contentsOf(vault.journal, openGuideShelf(vault.records), (...args) =>
      way.parts(...args),
    ),
  });
  seen = [];
  stopAt = Number.POSITIVE_INFINITY;
  way = openSoundWay({
    sound: vault.sound,
    sync: {
      deliver: delivery.deliver,
      deliveryStates: () =>
        deliveryStates(
          ledger,
          vault.outbox,
          openProgress(() => undefined),
        ),
    },
    changed: () => void look(),
  });
});

/** Opening a seal takes a turn of its own, and so does a hand on the screen. */
function breathing(sound: SoundStore): SoundStore {
  const breath = (n: number) =>
    n % 10 === 0 ? new Promise((next) => setImmediate(next)) : undefined;
  return {
    ...sound,
    append: async (recording, ...slices) => {
      await breath(0);
      return sound.append(recording, ...slices);
    },
    async *slices(...args) {
      for await (const slice of sound.slices(...args)) {
        await breath(slice.n);
        yield slice;
      }
    },
  };
}

/** What the screen would be told, and the hand that stops it there. */
async function look(): Promise<void> {
  const now = (await way.states()).get(RECORDING);
  seen.push(now && 'percent' in now ? now.percent : (now?.state ?? 'nothing'));
  if (now && 'percent' in now && now.percent >= stopAt) way.cancel(RECORDING);
}
const objects = async () => (await storedRows(device, vault.vault, 'objects')).length;

it('packs a part at a time, and tells how far it is', async () => {
  expect((await way.deliver(RECORDING)).ok).toBe(true);
  const percents = seen.filter((each) => typeof each === 'number');
  // Steps of four percent; on a busy machine some pass before anybody looks.
  expect(new Set(percents).size).toBeGreaterThan(5);
  expect(percents).toEqual(percents.toSorted((a, b) => a - b));
  expect((await way.states()).get(RECORDING)).toEqual({ state: 'sealed' });
  const [item] = await vault.outbox.list();
  // Three parts of sound, the stream's facts and the manifest.
  expect(item?.objects).toHaveLength(5);
  expect(await objects()).toBe(5);
});

it('leaves nothing half when it is cancelled, waits until it is wanted, and then packs all', async () => {
  stopAt = 60;
  expect(await way.deliver(RECORDING)).toEqual(err({ type: 'cancelled' }));
  expect(await vault.outbox.list()).toEqual([]);
  expect(await objects()).toBe(0);
  expect((await way.states()).get(RECORDING)).toEqual({ state: 'cancelled' });
  // The next round of the line does not begin it anew by itself.
  expect(await way.deliver(RECORDING)).toEqual(err({ type: 'cancelled' }));
  stopAt = Number.POSITIVE_INFINITY;
  way.again(RECORDING);
  expect((await way.deliver(RECORDING)).ok).toBe(true);
  expect(await objects()).toBe(5);
});

it('tells how far it has unpacked, and keeps nothing of what was cancelled', async () => {
  const parts = new Map<string, Uint8Array>();
  for await (const { path, bytes } of await way.parts(RECORDING)) parts.set(path, bytes.slice());
  const part = async (path: string) => parts.get(path)?.slice();
  const opened = { long: [...parts.keys()], part };
  const take = () =>
    way.taking(RECORDING, (...going) => takeSound(vault, RECORDING, opened, ...going));
  seen = [];
  stopAt = 40;
  expect(await take()).toEqual(err({ type: 'cancelled' }));
  expect(seen.filter((each) => typeof each === 'number').length).toBeGreaterThan(6);
  expect(await (await vault.sound()).cards()).toEqual([]);
  stopAt = Number.POSITIVE_INFINITY;
  way.again(RECORDING);
  expect(await take()).toEqual(ok('taken'));
  const [card] = await (await vault.sound()).cards();
  expect(card?.slices).toBe(SECONDS + 1);
});

it('what a crash left half packed is gone when the vault is opened again', async () => {
  must(await vault.outbox.stage(sha256('half'), utf8('half')));
  expect(await objects()).toBe(1);
  await vault.close();
  const again = await unlockVault(device.start(), vault.vault);
  await again.close();
  expect(await objects()).toBe(0);
});

import { systemRandom, type Clock } from '../src/base/deps.ts';
import type { Guide } from '../src/guide/model/guide.ts';
import { takeIn } from '../src/app/take-in.ts';
import { contentsOf } from '../src/app/worker/contents.ts';
import type { GuideShelf } from '../src/app/worker/guides.ts';
import { laterDesk } from '../src/app/worker/parcel-desk.ts';
import { verifySignature } from '../src/parcel/verify.ts';
import { openHttpOffice } from '../src/sync/http.ts';
import { timerPause } from '../src/sync/loop.ts';
import { openSync, type Sync } from '../src/sync/open.ts';
import type { OpenVault } from '../src/vault/model/port.ts';
import { openMemoryVault } from '../tests/setup/memory-vault.ts';

/** Somebody invented with a device: a vault in memory with real keys, and the app's own way to the office. */
export interface DemoPerson {
  readonly vault: OpenVault;
  readonly sync: Sync;
}

export interface DemoPersonDeps {
  /** The real time, which the office compares with its own. */
  readonly clock: Clock;
  /** What the person's words are dated by, when that is another time. */
  readonly journalClock?: Clock;
  /** Where the office answers. */
  readonly office: string;
  /** Where the app is served, for invitation links. */
  readonly origin: string;
  readonly guide: Guide;
}

/** Composed as the app's worker does it, without a browser. */
export async function newDemoPerson(deps: DemoPersonDeps): Promise<DemoPerson> {
  const { clock, journalClock = clock, guide } = deps;
  const random = systemRandom;
  const vault = await openMemoryVault({ clock: journalClock, random });
  const { ready, ...desk } = laterDesk();
  await ready();
  const sync = openSync({
    ...desk,
    vault,
    clock,
    random,
    office: openHttpOffice({ baseUrl: deps.office, clock }, vault.signer),
    verify: verifySignature,
    origin: deps.origin,
    partsOf: contentsOf(vault.journal, shelfOf(guide)),
    importParcel: ({ manifest, events }) =>
      takeIn(vault.journal, vault.member, manifest.kind, manifest.stream, events),
    locks: {
      hold: async (_name, task) => {
        await task();
        return 'done';
      },
    },
    pause: timerPause,
    broke: (cause) => {
      throw cause;
    },
  });
  return { vault, sync };
}

/** A shelf with the shipped guide alone; nobody invented brings another. */
const shelfOf = (guide: Guide): GuideShelf => ({
  all: () => Promise.resolve([guide]),
  get: ({ id, version }) =>
    Promise.resolve(id === guide.id && version === guide.version ? guide : undefined),
  keep: () => Promise.reject(new Error('the invented people keep no other guide')),
});

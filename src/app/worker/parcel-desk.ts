import { once } from '../../base/once.ts';
import type { ParcelDesk } from '../../parcel/model/port.ts';
import type { SyncDeps } from '../../sync/open.ts';

type Desk = Pick<SyncDeps, 'desk' | 'makeRoot' | 'makeRecoveryKeys' | 'signerFromSeed'>;

/** What makes and opens parcels, fetched when the first one is made or opened. */
export interface LaterDesk extends Desk {
  /** Files are written and read at once, so whoever does that waits for this first. */
  ready(): Promise<unknown>;
}

/** Age, zip and the tables of what may leave: nobody waits for them to write down an answer. */
export function laterDesk(): LaterDesk {
  let here: ParcelDesk | undefined;
  const loaded = once(async (): Promise<Desk> => {
    const desk = await loadDesk();
    here = desk.desk;
    return desk;
  });
  const now = (): ParcelDesk => {
    if (!here) throw new Error('the parcel desk was not waited for');
    return here;
  };
  return {
    ready: loaded,
    desk: {
      pack: async (...args) => (await loaded()).desk.pack(...args),
      open: async (...args) => (await loaded()).desk.open(...args),
      toFile: (packed) => now().toFile(packed),
      fromFile: (bytes) => now().fromFile(bytes),
    },
    makeRoot: async (random) => (await loaded()).makeRoot(random),
    makeRecoveryKeys: async () => (await loaded()).makeRecoveryKeys(),
    signerFromSeed: async (seed) => (await loaded()).signerFromSeed(seed),
  };
}

async function loadDesk(): Promise<Desk> {
  const [pack, open, file, keys, policy, review, training] = await Promise.all([
    import('../../parcel/pack.ts'),
    import('../../parcel/open.ts'),
    import('../../parcel/file.ts'),
    import('../../parcel/keys.ts'),
    import('../../parcel/model/policy.ts'),
    import('../../review/model/policy.ts'),
    import('../../training/model/policy.ts'),
  ]);
  return {
    desk: {
      pack: pack.packWith({
        ...policy.PARTING,
        review: policy.withRetraction(review.REVIEW_POLICY),
        reply: policy.withRetraction(review.REPLY_POLICY),
        log: review.LOG_POLICY,
        training: { ...training.TRAINING_POLICY, ...training.DEBRIEF_POLICY },
        signoff: training.SIGNOFF_POLICY,
        case: training.CASE_POLICY,
        group: training.GROUP_POLICY,
      }),
      open: open.openParcel,
      toFile: file.toFile,
      fromFile: file.fromFile,
    },
    makeRoot: keys.makeRoot,
    makeRecoveryKeys: keys.makeRecoveryKeys,
    signerFromSeed: keys.signerFromSeed,
  };
}

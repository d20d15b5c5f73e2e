import type { SyncDeps } from '../../sync/open.ts';

type Desk = Pick<SyncDeps, 'desk' | 'makeRoot' | 'makeRecoveryKeys' | 'signerFromSeed'>;

/** Age, zip and the tables of what may leave: loaded when a vault opens, not with the page. */
export async function loadDesk(): Promise<Desk> {
  const [pack, open, file, keys, policy, review] = await Promise.all([
    import('../../parcel/pack.ts'),
    import('../../parcel/open.ts'),
    import('../../parcel/file.ts'),
    import('../../parcel/keys.ts'),
    import('../../parcel/model/policy.ts'),
    import('../../review/model/policy.ts'),
  ]);
  return {
    desk: {
      pack: pack.packWith({
        ...policy.PARTING,
        review: policy.withRetraction(review.REVIEW_POLICY),
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

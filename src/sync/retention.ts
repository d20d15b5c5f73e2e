import type { Result } from '../base/result.ts';
import type { DirectoryDesk } from './directory.ts';
import type { Directory, SoundRetention } from './model/directory.ts';
import type { SyncProblem } from './model/problem.ts';

/**
 * Enters the office's decision on sound into the signed directory, or takes it out: from then on no tablet records.
 * Every member hears of it with the next directory.
 */
export const decideSound = (
  directory: Pick<DirectoryDesk, 'change'>,
  sound: SoundRetention | null,
): Promise<Result<Directory, SyncProblem>> =>
  directory.change(({ retention, ...rest }) => {
    const isSame = JSON.stringify(retention?.sound ?? null) === JSON.stringify(sound);
    if (isSame) return Promise.resolve(undefined);
    return Promise.resolve(sound ? { ...rest, retention: { sound } } : rest);
  });

import { fetchAsset } from '../sync/asset.ts';
import { parseTraining, type Training } from './model/training.ts';
import trainingUrl from './data/training.json?url';

/**
 * The training that came with the app; the service worker has it without a network.
 * @throws Error when it can't be had or read, which only an unfinished installation explains.
 */
export async function readShippedTraining(): Promise<Training> {
  const training = parseTraining(await fetchAsset(trainingUrl));
  if (!training.ok) throw new Error(`the shipped training: ${training.error.place}`);
  return training.value;
}

import { fetchAsset } from '../sync/asset.ts';
import handbookUrl from './data/handbook.json?url';
import { Handbook } from './model/handbook.ts';

/**
 * The handbook that came with the app; the service worker has it without a network.
 * @throws Error when it can't be had or read, which only an unfinished installation explains.
 */
export const readShippedHandbook = async (): Promise<Handbook> =>
  Handbook.parse(JSON.parse(await fetchAsset(handbookUrl)));

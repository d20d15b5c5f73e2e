import { Unfetched } from '../base/unfetched.ts';

/**
 * Reads a text that was shipped with the app, e.g. the first guide; the service worker has it without a network.
 * @throws Unfetched when it can't be had, which only an unfinished installation explains.
 */
export async function fetchAsset(url: string): Promise<string> {
  const answer = await fetch(url).catch(() => undefined);
  if (!answer?.ok) throw new Unfetched();
  return answer.text();
}

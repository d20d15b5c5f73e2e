/**
 * Reads a text that was shipped with the app, e.g. the first guide; the service worker has it without a network.
 * @throws Error `Unfetched` (base/unfetched.ts) when it can't be had, which only an unfinished installation explains.
 */
export async function fetchAsset(url: string): Promise<string> {
  const answer = await fetch(url).catch(() => null);
  if (!answer?.ok) throw Object.assign(new Error(), { name: 'Unfetched' });
  return answer.text();
}

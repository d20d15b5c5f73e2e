/** Reads a file that came with the app, by the address the build gave it. */
export type ReadOwnFile = (url: string) => Promise<Uint8Array>;

/**
 * The service worker has the app's own files without a network; nothing else is asked for by this way.
 * @throws Error when it can't be had, which only an unfinished installation explains, or isn't the app's own.
 */
export const readOwnFile: ReadOwnFile = async (url) => {
  if (new URL(url, location.href).origin !== location.origin)
    throw new Error('own file: elsewhere');
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`own file: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

/*
 * A part of the app that could not be fetched: its files lie on the device once the service worker has put them there,
 * and until then they come from the office. It is no bug and nothing is lost; what asked for it may ask again.
 */

/** What Chromium and Firefox, and what Safari say of a module they could not fetch; none has a type of its own for it. */
const SAID = /dynamically imported module|importing a module script failed/i;

/** True also for what the worker told by this name, and for a text that was shipped with the app (sync/asset.ts). */
export const isUnfetched = (cause: unknown): boolean =>
  cause instanceof Error &&
  (cause.name === 'Unfetched' || (cause.name === 'TypeError' && SAID.test(cause.message)));

/*
 * That a vault was opened here, without saying whose. The browser may throw away IndexedDB, the private file system
 * and the service worker of an origin together (decision 25); localStorage is not among them. A device that has lost
 * its vault is then not taken for an empty one.
 */
const NAME = 'vault';

export const hadVault = (): boolean => localStorage.getItem(NAME) !== null;

/** Costs nothing where it is known already: a full disk takes no new value. */
export function rememberVault(): void {
  if (hadVault()) return;
  try {
    localStorage.setItem(NAME, 'opened');
  } catch {
    // The next unlocking tries again.
  }
}

/** Somebody who knows that it is gone begins anew. */
export const forgetVault = (): void => localStorage.removeItem(NAME);

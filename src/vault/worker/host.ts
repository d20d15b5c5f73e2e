import type { Deps } from '../../base/deps.ts';
import { vaultHostOn, type VaultDeps } from '../host.ts';
import type { VaultHost } from '../model/port.ts';
import { isPersisted, opfsFiles, takeWebLock } from './machine.ts';

/** What a test may set; users have the defaults. */
type VaultSettings = Partial<
  Pick<VaultDeps, 'derivation' | 'indexedDB' | 'IDBKeyRange' | 'limits'>
>;

/** The vaults of this device, on its own file system, locks and IndexedDB. */
export const openVaultHost = (
  deps: Deps & VaultSettings,
): VaultHost & { setVisible(isVisible: boolean): void } =>
  vaultHostOn({ files: opfsFiles, takeLock: takeWebLock, isPersisted, ...deps });

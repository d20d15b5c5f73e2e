import type { Deps } from '../../base/deps.ts';
import type { OpenVault, VaultHost } from '../../vault/model/port.ts';
import type { WorkerApi } from './api.ts';
import type { FieldVault } from './field-vault.ts';

/** The practice vault of training module 5, loaded by the few who come to it. */
export function laterField(
  host: VaultHost,
  real: () => OpenVault,
  deps: Deps,
): { readonly act: WorkerApi['field']; close(): Promise<void> } {
  let loaded: Promise<FieldVault> | undefined;
  return {
    act: async (act) => {
      loaded ??= import('./field-vault.ts').then(({ fieldVault }) => fieldVault(host, real, deps));
      return (await loaded)(act);
    },
    close: async () => {
      if (loaded) await (await loaded)({ type: 'close' });
    },
  };
}

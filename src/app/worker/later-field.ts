import type { Deps } from '../../base/deps.ts';
import { once } from '../../base/once.ts';
import type { OpenVault, VaultHost } from '../../vault/model/port.ts';
import type { WorkerApi } from './api.ts';
import type { FieldVault } from './field-vault.ts';

/** The practice vault of training module 5, loaded by the few who come to it. */
export function laterField(
  host: Pick<VaultHost, 'cards' | 'create' | 'destroy' | 'unlock'>,
  real: () => OpenVault,
  deps: Deps,
  load: () => Promise<Pick<typeof import('./field-vault.ts'), 'fieldVault'>> = () =>
    import('./field-vault.ts'),
): { readonly act: WorkerApi['field']; close(): Promise<void> } {
  let field: FieldVault | undefined;
  const loaded = once(async () => {
    const { fieldVault } = await load();
    return (field = fieldVault(host, real, deps));
  });
  return {
    act: async (act) => (await loaded())(act),
    close: async () => {
      await field?.({ type: 'close' });
    },
  };
}

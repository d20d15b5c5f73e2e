import { hex } from '../base/bytes.ts';
import type { Random } from '../base/deps.ts';
import type { VaultId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { StoreProblem } from '../journal/model/port.ts';
import { passkeyKey, wrap, wrappingKey, type DataKey } from './data-key.ts';
import { deriveSecret, isRefusedDerivation, RECOMMENDED, type Derivation } from './derive.ts';
import { errorName } from './files.ts';
import type { KeyFile } from './key-file.ts';
import type { Keys } from './keys.ts';
import type { OpenVault } from './model/port.ts';
import { assertOneClass, sealForRecovery } from './recovery.ts';
import { isWeakPassphrase } from './weak-passphrase.ts';

/** What opens a vault, and how that is changed: rarely, so it is loaded then. */
export type WaysIn = Pick<OpenVault, 'setPasskey' | 'changePassphrase' | 'setRecovery'>;

export interface WaysInDeps {
  readonly vault: VaultId;
  readonly keys: Keys;
  readonly dataKey: DataKey;
  readonly random: Random;
  /** How the passphrase is derived now. */
  readonly derivation: Derivation;
}

export function openWaysIn({ vault, keys, dataKey, random, ...deps }: WaysInDeps): WaysIn {
  /** Both key files are overwritten and flushed before this answers. */
  function saveKeys(change: (content: KeyFile) => KeyFile): Result<'both', StoreProblem> {
    try {
      keys.save(change);
      return ok('both');
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return err({ type: 'storeFailed', name: errorName(error) });
    }
  }

  return {
    async setPasskey(passkey) {
      if (!passkey) {
        return saveKeys((content) => ({
          ...content,
          passkey: null,
          card: { ...content.card, passkey: null },
        }));
      }
      const { credential, salt, output } = passkey;
      const key = await passkeyKey(output, vault);
      const wrapped = await dataKey.lend((bytes) => wrap(bytes, 'dataKey', vault, key, random));
      return saveKeys((content) => ({
        ...content,
        passkey: wrapped,
        card: { ...content.card, passkey: { credential, salt } },
      }));
    },
    async changePassphrase(passphrase) {
      if (isWeakPassphrase(passphrase)) return err({ type: 'weakPassphrase' });
      const chosen = isRefusedDerivation(deps.derivation) ? RECOMMENDED : deps.derivation;
      const derivation = { ...chosen, salt: hex(random.bytes(16)) };
      const key = await wrappingKey(await deriveSecret(passphrase, derivation.salt, derivation));
      const wrapped = await dataKey.lend((bytes) => wrap(bytes, 'dataKey', vault, key, random));
      return saveKeys((content) => ({ ...content, derivation, passphrase: wrapped }));
    },
    async setRecovery(recipients) {
      assertOneClass(recipients);
      const recovery = await dataKey.lend((bytes) => sealForRecovery(bytes, recipients));
      return saveKeys((content) => ({
        ...content,
        recovery,
        card: { ...content.card, recoverable: true },
      }));
    },
  };
}

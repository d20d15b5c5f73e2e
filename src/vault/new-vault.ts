import { hex } from '../base/bytes.ts';
import type { Deps } from '../base/deps.ts';
import type { VaultId } from '../base/ids.ts';
import { openDataKey, sealJson, wrap, wrappingKey } from './data-key.ts';
import { calibrate } from './calibrate.ts';
import { deriveSecret, isRefusedDerivation, type Derivation } from './derive.ts';
import type { KeyFile } from './key-file.ts';
import type { NewVault, VaultProblem } from './model/port.ts';
import { makeIdentity } from './new-identity.ts';
import { assertOneClass, sealForRecovery } from './recovery.ts';
import { NO_TRIES } from './tries.ts';
import { isWeakPassphrase } from './weak-passphrase.ts';

type Deriving = Deps & { readonly derivation?: Derivation };

/** Why a vault may not be made so; undefined when it may. @throws Error when recipients of two classes are mixed. */
export function refusalOf(input: NewVault, { derivation }: Deriving): VaultProblem | undefined {
  if (isWeakPassphrase(input.passphrase)) return { type: 'weakPassphrase' };
  if (derivation && isRefusedDerivation(derivation)) return { type: 'weakDerivation' };
  if (input.recovery.length > 0) assertOneClass(input.recovery);
  return undefined;
}

/** What the key files of a new vault say. @param bytes the data key, which is left as it is. */
export async function newKeyFile(
  vault: VaultId,
  input: NewVault,
  bytes: Uint8Array<ArrayBuffer>,
  deps: Deriving,
): Promise<KeyFile> {
  const chosen = deps.derivation ?? (await calibrate(deps.clock));
  const derivation = { ...chosen, salt: hex(deps.random.bytes(16)) };
  const secret = await deriveSecret(input.passphrase, derivation.salt, derivation);
  const key = await wrappingKey(secret);
  const dataKey = await openDataKey(bytes.slice(), vault, deps.random);
  const identity = await makeIdentity(input.member, input.device);
  const isRecoverable = input.recovery.length > 0;
  return {
    v: 1,
    card: {
      vault,
      label: input.label.trim(),
      createdAt: deps.clock.now(),
      passkey: null,
      recoverable: isRecoverable,
      ...(input.class && { class: input.class }),
    },
    derivation,
    passphrase: await wrap(bytes, 'dataKey', vault, key, deps.random),
    passkey: null,
    recovery: isRecoverable ? await sealForRecovery(bytes, input.recovery) : null,
    identity: await sealJson(identity, 'identity', dataKey),
    streams: [],
    tries: NO_TRIES,
  };
}

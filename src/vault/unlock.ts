import { hex, utf8 } from '../base/bytes.ts';
import type { Clock } from '../base/deps.ts';
import type { VaultId } from '../base/ids.ts';
import { err, type Result } from '../base/result.ts';
import { passkeyKey, unwrap, wrappingKey } from './data-key.ts';
import { deriveSecret, isRefusedDerivation, RECOMMENDED } from './derive.ts';
import type { KeyFile } from './key-file.ts';
import type { Keys } from './keys.ts';
import type { UnlockSecret, VaultProblem } from './model/port.ts';
import { delayAfter, heldToClock, NO_TRIES, waitFor } from './tries.ts';

/**
 * The data key's bytes for a right secret. Every wrong one gets the same answer, whatever was wrong with it, and a
 * longer wait; the try is written down before it is made, so that pulling the plug does not buy another.
 */
export async function openWith(
  secret: UnlockSecret,
  vault: VaultId,
  keys: Keys,
  clock: Clock,
): Promise<Result<Uint8Array<ArrayBuffer>, VaultProblem>> {
  const content = keys.content();
  const before = heldToClock(content.tries, clock.now());
  const waitMs = waitFor(before, clock.now());
  if (waitMs > 0) {
    if (before !== content.tries) keys.add({ tries: before });
    return err({ type: 'mustWait', waitMs });
  }
  if (secret.type === 'passphrase' && isRefusedDerivation(content.derivation)) {
    return err({ type: 'weakDerivation' });
  }
  const count = before.count + 1;
  keys.add({ tries: { count, at: clock.now() } });
  const opened = await dataKeyBytes(secret, vault, content);
  if (!opened.ok) {
    // From now, not from when the derivation began: it takes a second by itself.
    keys.add({ tries: { count, at: clock.now() } });
    return err({ type: 'wrongSecret', waitMs: delayAfter(count) });
  }
  keys.add({ tries: NO_TRIES });
  return opened;
}

async function dataKeyBytes(
  secret: UnlockSecret,
  vault: VaultId,
  content: KeyFile,
): Promise<Result<Uint8Array<ArrayBuffer>, 'wrongKey'>> {
  switch (secret.type) {
    case 'passphrase': {
      const { salt, ...derivation } = content.derivation;
      const key = await wrappingKey(await deriveSecret(secret.passphrase, salt, derivation));
      return unwrap(content.passphrase, 'dataKey', vault, key);
    }
    case 'passkey': {
      if (!content.passkey) return err('wrongKey');
      return unwrap(content.passkey, 'dataKey', vault, await passkeyKey(secret.output, vault));
    }
    case 'recovery': {
      if (!content.recovery) return err('wrongKey');
      const { openFromRecovery } = await import('./recovery.ts');
      return openFromRecovery(content.recovery, secret.identity);
    }
  }
}

/** For a vault that isn't there: the same answer after the same work, so that nothing is learnt. */
export async function refuseLikeAWrongSecret(
  secret: UnlockSecret,
): Promise<Result<never, VaultProblem>> {
  if (secret.type === 'passphrase') {
    const salt = hex(utf8('no such vault').slice(0, 8));
    (await deriveSecret(secret.passphrase, salt, RECOMMENDED)).fill(0);
  }
  return err({ type: 'wrongSecret', waitMs: delayAfter(1) });
}

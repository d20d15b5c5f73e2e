import { newId, type Deps } from '../../base/deps.ts';
import { DeviceId, MemberId, type VaultId } from '../../base/ids.ts';
import { err, ok } from '../../base/result.ts';
import type { OpenVault, VaultHost } from '../../vault/model/port.ts';
import { BENCH, type BenchApi } from './api.ts';

/** The worker's part of the bench: throw-away vaults that belong to no office, opened without Argon2id. */
export function benchApi(
  host: VaultHost,
  enter: (vault: OpenVault) => Promise<unknown>,
  /** Asked of the server that answers now: without its yes nothing is made and nothing is opened. */
  mayMeasure: () => Promise<boolean>,
  deps: Deps,
): BenchApi {
  return {
    makeBench: async (output: Uint8Array) => {
      if (!(await mayMeasure())) return err({ type: 'notForBench' });
      const made = await host.create({
        label: BENCH,
        passphrase: 'bench bench bench bench bench bench',
        member: newId(MemberId, deps.random),
        device: newId(DeviceId, deps.random),
        recovery: [],
      });
      if (!made.ok) return made;
      const kept = await made.value.setPasskey({ credential: BENCH, salt: BENCH, output });
      if (!kept.ok) return kept;
      await enter(made.value);
      return ok({ vault: made.value.vault, member: made.value.member });
    },
    openBench: async (vault: VaultId, output: Uint8Array) => {
      // Both at once: asking is no part of what people wait for.
      const asked = mayMeasure();
      const opened = await host.unlock(vault, { type: 'passkey', output });
      if (!(await asked)) {
        if (opened.ok) await opened.value.close();
        return err({ type: 'notForBench' });
      }
      if (!opened.ok) return opened;
      await enter(opened.value);
      return ok(opened.value.member);
    },
  };
}

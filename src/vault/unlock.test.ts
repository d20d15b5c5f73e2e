import {
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../base/deps.ts';
import { DeviceId, MemberId, StreamId, VaultId } from '../base/ids.ts';
import type { NewEvent } from '../journal/model/event.ts';
import {
  CHEAP,
  createVault,
  memoryDevice,
  must,
  PASSPHRASE,
  unlockVault,
} from '../../tests/setup/vault.ts';
import { decodeKeyFile, encodeKeyFile } from './key-file.ts';

const said = (text: string): NewEvent => ({ type: 'QuestionAnswered', version: 1, data: { text } });
const newStream = (): StreamId => newId(StreamId, systemRandom);
const wrong = { type: 'passphrase', passphrase: 'helt fel ord här' } as const;

describe('ways in', () => {
  test('what was kept is there after closing and unlocking', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const stream = newStream();
    must(await vault.journal.append(stream, 'interview', [said('granit')], { name: 'A' }));
    must(await vault.records.put('identity', { role: 'interviewer' }));
    await vault.close();
    const again = await unlockVault(device.start(), vault.vault);
    expect((await again.journal.list('interview')).map((each) => each.data)).toEqual([
      { name: 'A' },
    ]);
    expect(await again.records.get('identity')).toEqual({ role: 'interviewer' });
    expect([again.member, again.device]).toEqual([vault.member, vault.device]);
    expect(again.signer.key).toBe(vault.signer.key);
    expect(again.age).toEqual(vault.age);
    expect(again.status()).toMatchObject({ breaker: 'closed', restored: 0, damaged: 0 });
  });

  test('wrong secrets all get the same answer, slow down, and the delay survives a restart', async () => {
    const deps = fixedDeps();
    const device = memoryDevice({ clock: deps.clock, random: systemRandom });
    const vault = await createVault(device.start());
    await vault.close();
    const host = device.start();
    expect(await host.unlock(vault.vault, wrong)).toEqual({
      ok: false,
      error: { type: 'wrongSecret', waitMs: 1000 },
    });
    expect(await device.start().unlock(vault.vault, wrong)).toEqual({
      ok: false,
      error: { type: 'mustWait', waitMs: 1000 },
    });
    deps.clock.advance(1000);
    const passkey = { type: 'passkey', output: systemRandom.bytes(32) } as const;
    expect(await host.unlock(vault.vault, passkey)).toEqual({
      ok: false,
      error: { type: 'wrongSecret', waitMs: 2000 },
    });
    deps.clock.advance(2000);
    const recovery = { type: 'recovery', identity: 'AGE-SECRET-KEY-1' } as const;
    expect(await host.unlock(vault.vault, recovery)).toEqual({
      ok: false,
      error: { type: 'wrongSecret', waitMs: 4000 },
    });
    deps.clock.advance(4000);
    const open = await unlockVault(host, vault.vault);
    await open.close();
    expect(await host.unlock(vault.vault, wrong)).toEqual({
      ok: false,
      error: { type: 'wrongSecret', waitMs: 1000 },
    });
    const nobody = await host.unlock(newId(VaultId, systemRandom), wrong);
    expect(nobody).toEqual({ ok: false, error: { type: 'wrongSecret', waitMs: 1000 } });
  });

  test('passkey, changed passphrase and recovery open the same vault; mixed classes are refused', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const output = systemRandom.bytes(32);
    must(await vault.records.put('guide', 'v1'));
    must(await vault.setPasskey({ credential: 'cred', salt: '00', output: output.slice() }));
    const hybrid = await generateHybridIdentity();
    const x25519 = await generateX25519Identity();
    const [a, b] = [await identityToRecipient(hybrid), await identityToRecipient(x25519)];
    await expect(vault.setRecovery([a, b])).rejects.toThrow('mixed classes');
    must(await vault.setRecovery([a]));
    expect(await vault.changePassphrase('1234')).toEqual({
      ok: false,
      error: { type: 'weakPassphrase' },
    });
    must(await vault.changePassphrase('helt andra ord nu'));
    await vault.close();
    const ways = [
      { type: 'passkey', output } as const,
      { type: 'recovery', identity: hybrid } as const,
      { type: 'passphrase', passphrase: 'helt andra ord nu' } as const,
    ];
    for (const way of ways) {
      const open = must(await device.start().unlock(vault.vault, way));
      expect(await open.records.get('guide')).toBe('v1');
      await open.close();
    }
    const old = await device
      .start()
      .unlock(vault.vault, { type: 'passphrase', passphrase: PASSPHRASE });
    expect(old.ok).toBe(false);
    expect(await device.start().cards()).toMatchObject([
      { label: 'AB', recoverable: true, passkey: { credential: 'cred' } },
    ]);
  });

  test('lowered derivation parameters, weak passphrases and damaged key files are refused', async () => {
    const device = memoryDevice();
    const host = device.start();
    const vault = await createVault(host);
    const input = {
      label: 'A',
      passphrase: '1234',
      member: newId(MemberId, systemRandom),
      device: newId(DeviceId, systemRandom),
      recovery: [],
    };
    expect(await host.create(input)).toEqual({ ok: false, error: { type: 'weakPassphrase' } });
    const low = device.start({ derivation: { ...CHEAP, iterations: 1 } });
    expect(await low.create({ ...input, passphrase: PASSPHRASE })).toEqual({
      ok: false,
      error: { type: 'weakDerivation' },
    });
    await vault.close();
    const found = decodeKeyFile(device.files.bytes(vault.vault, 'key-a'));
    if (!found) throw new Error('no key file');
    const { content } = found;
    const secret = { type: 'passphrase', passphrase: PASSPHRASE } as const;
    const changes = [
      { iterations: 1 },
      { iterations: 2 ** 31 },
      { memoryKiB: 2 ** 31 },
      { parallelism: 2 ** 20 },
    ];
    for (const change of changes) {
      const changed = { ...content, derivation: { ...content.derivation, ...change } };
      for (const name of ['key-a', 'key-b']) {
        device.files.put(vault.vault, name, new Uint8Array(encodeKeyFile(changed, 99, 0)));
      }
      expect(await device.start().unlock(vault.vault, secret)).toEqual({
        ok: false,
        error: { type: 'weakDerivation' },
      });
    }
    device.files.put(vault.vault, 'key-a', new Uint8Array(encodeKeyFile(content, 100, 0)));
    device.files.put(vault.vault, 'key-b', new Uint8Array(64));
    await (await unlockVault(device.start(), vault.vault)).close();
    for (const name of ['key-a', 'key-b']) device.files.put(vault.vault, name, new Uint8Array(64));
    expect(await device.start().unlock(vault.vault, secret)).toEqual({
      ok: false,
      error: { type: 'vaultDamaged' },
    });
  });

  test('one writer: a second tab is told, and gets the vault when the first closes', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const second = device.start();
    const secret = { type: 'passphrase', passphrase: PASSPHRASE } as const;
    expect(await second.unlock(vault.vault, secret)).toEqual({
      ok: false,
      error: { type: 'openElsewhere' },
    });
    expect(await second.cards()).toHaveLength(1);
    await vault.close();
    expect((await second.unlock(vault.vault, secret)).ok).toBe(true);
  });

  test('a destroyed vault is gone', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    await expect(device.start().destroy(vault.vault)).rejects.toThrow('openElsewhere');
    await vault.close();
    const host = device.start();
    await host.destroy(vault.vault);
    expect(await host.cards()).toEqual([]);
  });
});

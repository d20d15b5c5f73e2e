import { afterEach, expect, it, vi } from 'vitest';
import { forgetVault, hadVault, rememberVault } from './had-vault.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

it('knows that a vault was opened here until somebody begins anew', () => {
  expect(hadVault()).toBe(false);
  rememberVault();
  expect(hadVault()).toBe(true);
  forgetVault();
  expect(hadVault()).toBe(false);
});

it('writes it once, and a full disk does not stop anyone from entering', () => {
  const kept = new Map<string, string>();
  const full = new DOMException('full', 'QuotaExceededError');
  const setItem = vi
    .fn<Storage['setItem']>((name, value) => void kept.set(name, value))
    .mockImplementationOnce(() => {
      throw full;
    });
  vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem });
  rememberVault();
  expect(hadVault()).toBe(false);
  rememberVault();
  rememberVault();
  expect(setItem).toHaveBeenCalledTimes(2);
  expect(hadVault()).toBe(true);
});

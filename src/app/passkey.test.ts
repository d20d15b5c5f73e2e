import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fromBase64Url, toBase64Url } from '../base/bytes.ts';
import { systemRandom } from '../base/deps.ts';
import { browserPasskeys } from './passkey.ts';

/* A browser whose authenticator answers as told. The real thing is tried in Chromium with a virtual authenticator. */

const OUTPUT = new Uint8Array(32).fill(9);
const SALT = 'ab'.repeat(32);
type Prf = { enabled?: boolean; results?: { first?: Uint8Array } };

class FakeCredential {
  readonly rawId = new Uint8Array([1, 2, 3]).buffer;
  readonly prf: Prf | undefined;
  constructor(prf: Prf | undefined) {
    this.prf = prf;
  }
  getClientExtensionResults() {
    return { prf: this.prf };
  }
}

const create = vi.fn<(options: CredentialCreationOptions) => Promise<unknown>>();
const get = vi.fn<(options: CredentialRequestOptions) => Promise<unknown>>();
const passkeys = browserPasskeys(systemRandom, 'kontor.exempel.se');

beforeEach(() => {
  vi.stubGlobal('PublicKeyCredential', FakeCredential);
  vi.stubGlobal('navigator', { credentials: { create, get } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

it('makes a key with the salt, for this host, and demands that the person is verified', async () => {
  create.mockResolvedValue(new FakeCredential({ enabled: true, results: { first: OUTPUT } }));
  const made = await passkeys.make({ label: 'MA', salt: SALT });
  const credential = toBase64Url(new Uint8Array([1, 2, 3]));
  expect(made).toEqual({ ok: true, value: { credential, salt: SALT, output: OUTPUT } });
  const asked = create.mock.calls[0]?.[0].publicKey;
  expect(asked?.rp.id).toBe('kontor.exempel.se');
  expect(asked?.user.name).toBe('MA');
  expect(asked?.authenticatorSelection?.userVerification).toBe('required');
  expect(asked?.extensions?.prf?.eval?.first).toEqual(new Uint8Array(32).fill(0xab));
  expect(get).not.toHaveBeenCalled();
});

it('asks once more when the output comes only with use', async () => {
  create.mockResolvedValue(new FakeCredential({ enabled: true }));
  get.mockResolvedValue(new FakeCredential({ results: { first: OUTPUT } }));
  const made = await passkeys.make({ label: 'MA', salt: SALT });
  expect(made.ok && made.value.output).toEqual(OUTPUT);
  const asked = get.mock.calls[0]?.[0].publicKey;
  expect(asked?.userVerification).toBe('required');
  expect(asked?.allowCredentials?.[0]?.id).toEqual(fromBase64Url('AQID'));
});

it.each([
  ['says it has none', { enabled: false }, undefined],
  ['answers nothing', { enabled: true }, undefined],
  ['answers an empty result', { enabled: true }, { results: {} }],
  ['answers empty bytes', { enabled: true }, { results: { first: new Uint8Array() } }],
] satisfies [string, Prf, Prf | undefined][])(
  'is unsupported when the authenticator %s',
  async (_, atCreate, atUse) => {
    create.mockResolvedValue(new FakeCredential(atCreate));
    get.mockResolvedValue(new FakeCredential(atUse));
    expect(await passkeys.make({ label: 'MA', salt: SALT })).toEqual({
      ok: false,
      error: { type: 'passkeyUnsupported' },
    });
  },
);

it('tells a refusal from a device that cannot, and lets a bug through', async () => {
  const ref = { credential: 'AQID', salt: SALT };
  get.mockRejectedValueOnce(new DOMException('', 'NotAllowedError'));
  expect(await passkeys.use(ref)).toEqual({ ok: false, error: { type: 'passkeyCancelled' } });
  get.mockRejectedValueOnce(new DOMException('', 'NotSupportedError'));
  expect(await passkeys.use(ref)).toEqual({ ok: false, error: { type: 'passkeyUnsupported' } });
  get.mockRejectedValueOnce(new TypeError('bug'));
  await expect(passkeys.use(ref)).rejects.toThrow(TypeError);
  vi.stubGlobal('PublicKeyCredential', undefined);
  expect(await passkeys.supported()).toBe(false);
  expect(await passkeys.use(ref)).toEqual({ ok: false, error: { type: 'passkeyUnsupported' } });
});

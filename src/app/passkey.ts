import { fromBase64Url, fromHex, toBase64Url } from '../base/bytes.ts';
import type { Random } from '../base/deps.ts';
import { err, ok, type Result } from '../base/result.ts';

/*
 * A passkey that opens the vault: WebAuthn with the PRF extension (W3C WebAuthn Level 3, section 10.1.4). The
 * authenticator turns the vault's salt into 32 bytes that only it can make; nothing is sent anywhere.
 */

export type PasskeyProblem =
  /** This device, browser or authenticator has no passkeys with PRF. */
  | { readonly type: 'passkeyUnsupported' }
  /** The person said no, did not verify, or took too long: browsers do not tell these apart. */
  | { readonly type: 'passkeyCancelled' };

/** Credential id (base64url) and PRF salt (hex), as the vault's card keeps them. */
export interface PasskeyRef {
  readonly credential: string;
  readonly salt: string;
}

export interface Passkeys {
  supported(): Promise<boolean>;
  /** Makes a passkey on this device for the vault that the initials stand for. */
  make(input: {
    readonly label: string;
    readonly salt: string;
  }): Promise<Result<PasskeyRef & { readonly output: Uint8Array }, PasskeyProblem>>;
  /** Asks the person to touch or look, and gives the 32 bytes. */
  use(passkey: PasskeyRef): Promise<Result<Uint8Array, PasskeyProblem>>;
}

const UNSUPPORTED = err({ type: 'passkeyUnsupported' } as const);
const ES256 = -7;
const RS256 = -257;

/** The browser's own passkeys. `host` is the relying party: `location.hostname`. */
export function browserPasskeys(random: Random, host: string): Passkeys {
  const use = async ({
    credential,
    salt,
  }: PasskeyRef): Promise<Result<Uint8Array, PasskeyProblem>> => {
    const got = await asked(() =>
      navigator.credentials.get({
        publicKey: {
          challenge: random.bytes(32),
          rpId: host,
          userVerification: 'required',
          allowCredentials: [{ type: 'public-key', id: fromBase64Url(credential) }],
          extensions: { prf: { eval: { first: new Uint8Array(fromHex(salt)) } } },
        },
      }),
    );
    if (!got.ok) return got;
    const output = prfOutput(got.value);
    return output ? ok(output) : UNSUPPORTED;
  };

  return {
    supported: async () => {
      if (typeof PublicKeyCredential === 'undefined') return false;
      return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
    },
    make: async ({ label, salt }) => {
      const made = await asked(() =>
        navigator.credentials.create({
          publicKey: {
            challenge: random.bytes(32),
            rp: { id: host, name: 'Återblick' },
            // Only the initials: the system's own list of passkeys can be read by whoever holds the tablet.
            user: { id: random.bytes(16), name: label, displayName: label },
            pubKeyCredParams: [
              { type: 'public-key', alg: ES256 },
              { type: 'public-key', alg: RS256 },
            ],
            authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
            extensions: { prf: { eval: { first: new Uint8Array(fromHex(salt)) } } },
          },
        }),
      );
      if (!made.ok) return made;
      if (made.value.getClientExtensionResults().prf?.enabled === false) return UNSUPPORTED;
      const ref = { credential: toBase64Url(new Uint8Array(made.value.rawId)), salt };
      // Many authenticators make the key first and answer with PRF only when it is used.
      const output = prfOutput(made.value);
      if (output) return ok({ ...ref, output });
      const used = await use(ref);
      return used.ok ? ok({ ...ref, output: used.value }) : used;
    },
    use,
  };
}

/** An empty or short result counts as none: some password managers answer so (1Password did). */
function prfOutput(credential: PublicKeyCredential): Uint8Array | undefined {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return undefined;
  const bytes = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength).slice()
    : new Uint8Array(first).slice();
  return bytes.length === 32 ? bytes : undefined;
}

const CANCELLED = ['NotAllowedError', 'AbortError', 'TimeoutError'];
const NOT_HERE = [
  'NotSupportedError',
  'SecurityError',
  'InvalidStateError',
  'ConstraintError',
  'UnknownError',
];

async function asked(
  ask: () => Promise<Credential | null>,
): Promise<Result<PublicKeyCredential, PasskeyProblem>> {
  if (typeof PublicKeyCredential === 'undefined') return UNSUPPORTED;
  try {
    const credential = await ask();
    return credential instanceof PublicKeyCredential ? ok(credential) : UNSUPPORTED;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (CANCELLED.includes(error.name)) return err({ type: 'passkeyCancelled' });
    if (NOT_HERE.includes(error.name)) return UNSUPPORTED;
    throw error;
  }
}

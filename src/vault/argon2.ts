import { argon2id } from 'hash-wasm';

/** Argon2id (RFC 9106) in WebAssembly, a chunk of its own: a passkey opens a vault without it. */
export const argon2 = (input: {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly parallelism: number;
  readonly memoryKiB: number;
}): Promise<Uint8Array> => {
  const { memoryKiB, ...rest } = input;
  return argon2id({ ...rest, memorySize: memoryKiB, hashLength: 32, outputType: 'binary' });
};

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../base/canonical.ts';
import { concat, fromUtf8, sha256, utf8 } from '../base/bytes.ts';
import { newId, systemRandom, type Signer } from '../base/deps.ts';
import { DeviceId, MemberId, OfficeId, ParcelId, StreamId, type Sha256 } from '../base/ids.ts';
import { decrypterFor, sealer, unseal } from './age.ts';
import { must, testDeps, testOffice } from './fixture.ts';
import { makeRoot } from './keys.ts';
import {
  consignmentBytes,
  MAX_OBJECT_BYTES,
  type Consignment,
  type SignedConsignment,
} from './model/consignment.ts';
import { MANIFEST_CONTEXT, Manifest } from './model/manifest.ts';
import type { OpenDeps, PackedParcel, PackInput } from './model/port.ts';
import { openParcel } from './open.ts';
import { packParcel } from './pack.ts';

const office = await testOffice();
const to = [office.supervisor.x25519.recipient, office.recovery.x25519.recipient];
const packed = await pack();

async function pack(more?: Partial<PackInput>): Promise<PackedParcel> {
  return must(await packParcel(office.input(more), office.signer, testDeps()));
}

async function open(
  parcel: Pick<PackedParcel, 'signed' | 'objects'>,
  more?: Partial<OpenDeps>,
): Promise<unknown> {
  const opened = await openParcel(
    parcel.signed,
    async (hash) => parcel.objects.get(hash),
    office.openDeps(more),
  );
  return opened.ok ? 'opened' : opened.error.type;
}

async function signed(
  consignment: Consignment,
  signer: Signer = office.signer,
): Promise<SignedConsignment> {
  return { consignment, signature: await signer.sign(consignmentBytes(consignment)) };
}

/** Somebody with the sender's own key builds a parcel by hand: the checks after the signature must still hold. */
async function forge(
  change: {
    manifest?: (manifest: Manifest) => unknown;
    consignment?: (consignment: Consignment) => Consignment;
    context?: string;
    line?: (line: string) => string;
    signer?: Signer;
    part?: { readonly path: string; readonly bytes: Uint8Array };
  },
  parcel: PackedParcel = packed,
): Promise<Pick<PackedParcel, 'signed' | 'objects'>> {
  const { consignment } = parcel.signed;
  const decrypter = decrypterFor([office.recovery.x25519.identity]);
  const file = must(await unseal(get(parcel, consignment.manifest), decrypter));
  let manifest: unknown = JSON.parse(fromUtf8(file.subarray(file.indexOf(10) + 1)));
  const objects = new Map(parcel.objects);
  if (change.part) {
    const { path, bytes } = change.part;
    const sealed = await sealer(to)(bytes);
    const read = Manifest.parse(manifest);
    const old = read.parts.find((part) => part.path === path);
    const salt = '0'.repeat(32);
    const part = {
      path,
      salt,
      sealed: sha256(sealed),
      sealedLength: sealed.length,
      plain: sha256(concat(utf8(salt), bytes)),
      length: bytes.length,
    };
    manifest = { ...read, parts: [...read.parts.filter((each) => each !== old), part] };
    if (old) objects.delete(old.sealed);
    objects.set(part.sealed, sealed);
  }
  if (change.manifest) manifest = change.manifest(Manifest.parse(manifest));
  const body = utf8(canonical(manifest));
  const signer = change.signer ?? office.signer;
  const signature = await signer.sign(concat(utf8(change.context ?? MANIFEST_CONTEXT), body));
  const line = canonical({ alg: 'Ed25519', key: office.signer.key, signature });
  const sealed = await sealer(to)(concat(utf8(`${change.line?.(line) ?? line}\n`), body));
  objects.delete(consignment.manifest);
  objects.set(sha256(sealed), sealed);
  const outside = {
    ...consignment,
    manifest: sha256(sealed),
    objects: [...objects].map(([hash, bytes]) => ({ hash, length: bytes.length })),
  };
  return { signed: await signed(change.consignment?.(outside) ?? outside), objects };
}

function get(parcel: Pick<PackedParcel, 'objects'>, hash: Sha256): Uint8Array {
  const bytes = parcel.objects.get(hash);
  if (!bytes) throw new Error('no such object');
  return bytes;
}

describe('damage', () => {
  const hashes = packed.signed.consignment.objects.map((object) => object.hash);

  it('is refused wherever one bit of one object is flipped', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...hashes),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 0, max: 7 }),
        async (hash, place, bit) => {
          const bytes = get(packed, hash).slice();
          const at = Math.floor(place * bytes.length);
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
          const objects = new Map(packed.objects).set(hash, bytes);
          expect(await open({ signed: packed.signed, objects })).toBe('damaged');
        },
      ),
      { numRuns: 60 },
    );
  });

  /** The names agree with the bytes here, so age itself must notice, in every part of its format. */
  it('is refused by age in version, stanza, mac, nonce and every chunk, when the hash was made to fit', async () => {
    const plain = new Uint8Array(2 * 65_536 + 100).fill(7);
    const sealed = await sealer(to)(plain);
    const decrypter = () => decrypterFor([office.supervisor.x25519.identity]);
    expect(must(await unseal(sealed, decrypter()))).toEqual(plain);
    const end = sealed.length - 2 * 16 - 2 * 65_536 - 116;
    const nonce = end - 16;
    const mac = nonce - 44;
    const places = [0, 25, mac, mac + 5, nonce, end, end + 65_552, end + 2 * 65_552, sealed.length - 1];
    for (const at of places) {
      const cut = sealed.slice();
      cut[at] = (cut[at] ?? 0) ^ 1;
      const problem = await unseal(cut, decrypter());
      expect(problem.ok, `byte ${at}`).toBe(false);
    }
    // Cut before, at and after each chunk's edge, also exactly after a whole chunk.
    for (const edge of [mac, nonce, end, end + 65_552, end + 2 * 65_552, sealed.length]) {
      for (const length of [edge - 1, edge, edge + 1]) {
        if (length >= sealed.length) continue;
        const problem = await unseal(sealed.slice(0, length), decrypter());
        expect(problem, `cut at ${length}`).toEqual({ ok: false, error: { type: 'damaged' } });
      }
    }
    expect((await unseal(concat(sealed, new Uint8Array(1)), decrypter())).ok).toBe(false);
  });

  it('is told from an object that is not there', async () => {
    for (const hash of hashes) {
      const objects = new Map(packed.objects);
      objects.delete(hash);
      expect(await open({ signed: packed.signed, objects })).toBe('objectMissing');
      objects.set(hash, get(packed, hash).slice(0, -1));
      expect(await open({ signed: packed.signed, objects })).toBe('damaged');
      objects.set(hash, new Uint8Array());
      expect(await open({ signed: packed.signed, objects })).toBe('damaged');
    }
  });

  it('is refused when a part is another than the one the manifest hashed', async () => {
    const lie = (field: 'plain' | 'length') => (manifest: Manifest) => ({
      ...manifest,
      parts: manifest.parts.map((part) => ({
        ...part,
        [field]: field === 'plain' ? sha256('another') : part.length - 1,
      })),
    });
    expect(await open(await forge({ manifest: lie('plain') }))).toBe('damaged');
    expect(await open(await forge({ manifest: lie('length') }))).toBe('damaged');
  });
});

describe('size', () => {
  it('is checked before anything is fetched', async () => {
    const { consignment } = packed.signed;
    const [first] = consignment.objects;
    if (!first) throw new Error('no object');
    const fetched: Sha256[] = [];
    const giants = [
      [...consignment.objects, { hash: sha256('x'), length: MAX_OBJECT_BYTES + 1 }],
      Array.from({ length: 501 }, (_, at) => ({ hash: sha256(`${at}`), length: 1 })),
      Array.from({ length: 100 }, (_, at) => ({ hash: sha256(`${at}`), length: MAX_OBJECT_BYTES })),
    ];
    for (const objects of giants) {
      const opened = await openParcel(
        await signed({ ...consignment, objects }),
        async (hash) => {
          fetched.push(hash);
          return undefined;
        },
        office.openDeps(),
      );
      expect(opened).toEqual({ ok: false, error: { type: 'tooLarge' } });
    }
    expect(fetched).toEqual([]);
  });

  it('is checked again on what really came', async () => {
    const { manifest } = packed.signed.consignment;
    const objects = new Map(packed.objects).set(manifest, new Uint8Array(MAX_OBJECT_BYTES + 1));
    expect(await open({ signed: packed.signed, objects })).toBe('tooLarge');
  });
});

describe('who sent it', () => {
  it('refuses a consignment whose signature is of another key or another text', async () => {
    const stranger = await makeRoot(systemRandom);
    const { consignment } = packed.signed;
    const forged = await signed(consignment, stranger.signer);
    expect(await open({ ...packed, signed: forged })).toBe('badSignature');
    const later = { ...packed.signed, consignment: { ...consignment, at: consignment.at + 1 } };
    expect(await open({ ...packed, signed: later })).toBe('badSignature');
  });

  it('refuses a manifest signed by another key, or with a signature of another thing', async () => {
    const stranger = await makeRoot(systemRandom);
    expect(await open(await forge({ signer: stranger.signer }))).toBe('badSignature');
    expect(await open(await forge({ context: 'aterblick-consignment/1\n' }))).toBe('badSignature');
    const key = (manifest: Manifest) => ({
      ...manifest,
      sender: { ...manifest.sender, key: stranger.signer.key },
    });
    expect(await open(await forge({ manifest: key }))).toBe('badSignature');
    expect(await open(await forge({}))).toBe('opened');
  });

  it('refuses a sender who is not enrolled or was revoked', async () => {
    expect(await open(packed, { enrolled: () => false })).toBe('unknownSender');
  });

  it('refuses a recipient who passes another person’s parcel on as their own', async () => {
    const colleague = await makeRoot(systemRandom);
    const sender = {
      member: newId(MemberId, systemRandom),
      device: newId(DeviceId, systemRandom),
      key: colleague.signer.key,
    };
    const forged = await signed({ ...packed.signed.consignment, sender }, colleague.signer);
    expect(await open({ ...packed, signed: forged }, { enrolled: () => true })).toBe('swapped');
  });

  it('takes a repeated parcel as the same, and another with its number as a fork', async () => {
    expect(await open(packed, { seen: async () => packed.manifestHash })).toBe('opened');
    expect(await open(packed, { seen: async () => sha256('another') })).toBe('forkedSender');
    const asked: unknown[] = [];
    const seen: OpenDeps['seen'] = async (device, seq) => {
      asked.push([device, seq]);
      return undefined;
    };
    const again = await pack({ seq: 7 });
    expect(await open(again, { seen })).toBe('opened');
    expect(asked).toEqual([[office.sender.device, 7]]);
  });
});

describe('whom it is for', () => {
  it('refuses one that none of my keys opens', async () => {
    const other = await testOffice();
    const mine = { identities: [other.supervisor.x25519.identity], me: [] };
    expect(await open(packed, mine)).toBe('notForMe');
  });

  it('refuses one sealed to me by somebody who was not meant to, since I am not in its signed list', async () => {
    const strangers = (manifest: Manifest) => ({
      ...manifest,
      to: [office.recovery.x25519.recipient],
    });
    const forged = await forge({ manifest: strangers });
    expect(await open(forged)).toBe('notForMe');
    expect(await open(forged, { me: [] })).toBe('opened');
  });

  it('refuses another office’s parcel', async () => {
    const elsewhere = newId(OfficeId, systemRandom);
    expect(await open(packed, { office: elsewhere })).toBe('otherOffice');
    const inside = (manifest: Manifest) => ({ ...manifest, office: elsewhere });
    expect(await open(await forge({ manifest: inside }))).toBe('swapped');
  });

  it('never takes practice for the real thing, nor the real thing for practice', async () => {
    const practice = await pack({ class: 'practice' });
    expect(await open(practice)).toBe('wrongClass');
    expect(await open(practice, { class: 'practice' })).toBe('opened');
    expect(await open(packed, { class: 'practice' })).toBe('wrongClass');
    const disguised = await forge(
      { consignment: (consignment) => ({ ...consignment, class: 'real' }) },
      practice,
    );
    expect(await open(disguised)).toBe('wrongClass');
  });
});

describe('inside and outside agree', () => {
  it('refuses a manifest under another consignment', async () => {
    const other = await pack({ seq: 2 });
    const mixed = await signed({
      ...packed.signed.consignment,
      manifest: other.signed.consignment.manifest,
      objects: [...packed.signed.consignment.objects, ...other.signed.consignment.objects],
    });
    const objects = new Map([...packed.objects, ...other.objects]);
    expect(await open({ signed: mixed, objects })).toBe('swapped');
  });

  it('refuses another parcel id, device, or an object too many, too few or of another length', async () => {
    const id = (manifest: Manifest) => ({ ...manifest, parcel: newId(ParcelId, systemRandom) });
    const device = (manifest: Manifest) => ({
      ...manifest,
      sender: { ...manifest.sender, device: newId(DeviceId, systemRandom) },
    });
    const fewer = (manifest: Manifest) => ({ ...manifest, parts: manifest.parts.slice(1) });
    const twice = (manifest: Manifest) => ({
      ...manifest,
      parts: [...manifest.parts, ...manifest.parts],
    });
    const longer = (manifest: Manifest) => ({
      ...manifest,
      parts: manifest.parts.map((part) => ({ ...part, sealedLength: part.sealedLength + 1 })),
    });
    for (const manifest of [id, device, fewer, twice, longer]) {
      expect(await open(await forge({ manifest })), manifest.name).toBe('swapped');
    }
    const fewerOutside = (consignment: Consignment) => ({
      ...consignment,
      objects: consignment.objects.filter((each) => each.hash === consignment.manifest),
    });
    expect(await open(await forge({ consignment: fewerOutside }))).toBe('swapped');
  });

  it('refuses a consignment that names an object twice or does not list its manifest', async () => {
    const { consignment } = packed.signed;
    const twice = { ...consignment, objects: [...consignment.objects, ...consignment.objects] };
    expect(await open({ ...packed, signed: await signed(twice) })).toBe('notAParcel');
    const unlisted = { ...consignment, manifest: sha256('nowhere') };
    expect(await open({ ...packed, signed: await signed(unlisted) })).toBe('notAParcel');
  });
});

describe('contents', () => {
  it('refuses a manifest of another format or without its line', async () => {
    expect(await open(await forge({ manifest: (manifest) => ({ ...manifest, v: 2 }) }))).toBe('notAParcel');
    expect(await open(await forge({ line: () => 'not json' }))).toBe('notAParcel');
    expect(await open(await forge({ line: (line) => `${line}${' '.repeat(2000)}` }))).toBe('notAParcel');
  });

  it('refuses events that are missing, not JSON, too deep, of another stream, or cut at the end', async () => {
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const bad = ['{', '{}', nested, '\u0000', canonical({ v: 1, stream: office.stream, events: [] })];
    for (const text of bad) {
      const part = { path: 'interview.json', bytes: utf8(text) };
      expect(await open(await forge({ part })), text.slice(0, 40)).toBe('badContents');
    }
    const file = (stream: StreamId, events: unknown) => ({
      path: 'interview.json',
      bytes: utf8(canonical({ v: 1, stream, events })),
    });
    const elsewhere = newId(StreamId, systemRandom);
    const foreign = office.events.map((event) => ({ ...event, stream: elsewhere }));
    expect(await open(await forge({ part: file(elsewhere, foreign) }))).toBe('badContents');
    expect(await open(await forge({ part: file(office.stream, foreign) }))).toBe('badContents');
    const cut = office.events.slice(0, -1);
    expect(await open(await forge({ part: file(office.stream, cut) }))).toBe('badContents');
    expect(await open(await forge({ part: file(office.stream, office.events) }))).toBe('opened');
    const none = (manifest: Manifest) => ({ ...manifest, kind: 'review' });
    expect(await open(await forge({ manifest: none }))).toBe('badContents');
  });
});

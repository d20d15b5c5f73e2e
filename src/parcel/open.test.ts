import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../base/canonical.ts';
import { concat, sha256, utf8 } from '../base/bytes.ts';
import { newId, systemRandom } from '../base/deps.ts';
import { StreamId, type Sha256 } from '../base/ids.ts';
import { decrypterFor, sealer, unseal } from './age.ts';
import { must, testOffice } from './fixture.ts';
import { forgerIn, objectIn } from './forger.ts';
import { MAX_OBJECT_BYTES } from './model/consignment.ts';
import type { Manifest } from './model/manifest.ts';
import { openParcel } from './open.ts';

const office = await testOffice();
const { pack, open, sign, forge } = forgerIn(office);
const packed = await pack();
const to = [office.supervisor.x25519.recipient, office.recovery.x25519.recipient];

describe('damage', () => {
  const hashes = packed.signed.consignment.objects.map((object) => object.hash);

  it('is refused wherever one bit of one object is flipped', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...hashes),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 0, max: 7 }),
        async (hash, place, bit) => {
          const bytes = objectIn(packed, hash).slice();
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
    const places = [
      0,
      25,
      mac,
      mac + 5,
      nonce,
      end,
      end + 65_552,
      end + 2 * 65_552,
      sealed.length - 1,
    ];
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
      objects.set(hash, objectIn(packed, hash).slice(0, -1));
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
    expect(await open(await forge({ manifest: lie('plain') }, packed))).toBe('damaged');
    expect(await open(await forge({ manifest: lie('length') }, packed))).toBe('damaged');
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
        await sign({ ...consignment, objects }),
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

describe('contents', () => {
  it('refuses a manifest of another format or without its line', async () => {
    expect(
      await open(await forge({ manifest: (manifest) => ({ ...manifest, v: 2 }) }, packed)),
    ).toBe('notAParcel');
    expect(await open(await forge({ line: () => 'not json' }, packed))).toBe('notAParcel');
    expect(await open(await forge({ line: (line) => `${line}${' '.repeat(2000)}` }, packed))).toBe(
      'notAParcel',
    );
  });

  it('refuses events that are missing, not JSON, too deep, of another stream, or cut at the end', async () => {
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const bad = [
      '{',
      '{}',
      nested,
      '\u0000',
      canonical({ v: 1, stream: office.stream, events: [] }),
    ];
    for (const text of bad) {
      const part = { path: 'interview.json', bytes: utf8(text) };
      expect(await open(await forge({ part }, packed)), text.slice(0, 40)).toBe('badContents');
    }
    const file = (stream: StreamId, events: unknown) => ({
      path: 'interview.json',
      bytes: utf8(canonical({ v: 1, stream, events })),
    });
    const elsewhere = newId(StreamId, systemRandom);
    const foreign = office.events.map((event) => ({ ...event, stream: elsewhere }));
    expect(await open(await forge({ part: file(elsewhere, foreign) }, packed))).toBe('badContents');
    expect(await open(await forge({ part: file(office.stream, foreign) }, packed))).toBe(
      'badContents',
    );
    const cut = office.events.slice(0, -1);
    expect(await open(await forge({ part: file(office.stream, cut) }, packed))).toBe('badContents');
    expect(await open(await forge({ part: file(office.stream, office.events) }, packed))).toBe(
      'opened',
    );
    const none = (manifest: Manifest) => ({ ...manifest, kind: 'review' });
    expect(await open(await forge({ manifest: none }, packed))).toBe('badContents');
  });
});

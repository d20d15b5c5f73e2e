import { zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { canonical } from '../base/canonical.ts';
import { concat, sha256, utf8 } from '../base/bytes.ts';
import { fromFile, toFile } from './file.ts';
import { must, testDeps, testOffice } from './fixture.ts';
import { openParcel } from './open.ts';
import { packParcel } from './pack.ts';

const office = await testOffice();
const packed = must(await packParcel(office.input(), office.signer, testDeps()));
const { consignment } = packed.signed;
const file = toFile(packed);
const manifest = packed.objects.get(consignment.manifest) ?? new Uint8Array();

/** A zip with the parcel's own first entries and then whatever a test adds. */
function zipped(more: Zippable, level: 0 | 9 = 0): Uint8Array {
  const entries: Zippable = {
    'consignment.json': utf8(canonical(packed.signed)),
    'manifest.age': manifest,
  };
  return zipSync({ ...entries, ...more }, { level });
}

const refused = (bytes: Uint8Array): unknown => {
  const read = fromFile(bytes);
  return read.ok ? 'read' : read.error.type;
};

describe('one file', () => {
  it('gives back the parcel, and it opens', async () => {
    const read = must(fromFile(file));
    expect(read.signed).toEqual(packed.signed);
    expect(read.objects).toEqual(packed.objects);
    const opened = await openParcel(
      read.signed,
      async (hash) => read.objects.get(hash),
      office.openDeps(),
    );
    expect(must(opened).events).toEqual(office.events);
  });

  it('is the same bytes every time, with no date of its own', () => {
    expect(toFile(packed)).toEqual(file);
  });

  it('is not made when an object is missing', () => {
    const objects = new Map(packed.objects);
    objects.delete(consignment.manifest);
    expect(() => toFile({ signed: packed.signed, objects })).toThrow('manifest is missing');
    const part = consignment.objects.find((object) => object.hash !== consignment.manifest);
    const fewer = new Map([...packed.objects].filter(([hash]) => hash !== part?.hash));
    expect(() => toFile({ signed: packed.signed, objects: fewer })).toThrow('object is missing');
  });
});

describe('what is no parcel', () => {
  it('is refused: nothing, words, a picture, a zip of other things', () => {
    expect(refused(zipped({}))).toBe('read');
    for (const bytes of [
      new Uint8Array(),
      utf8('hej'),
      new Uint8Array(5000).fill(0x50),
      zipSync({ 'letter.txt': utf8('hej') }),
      zipSync({}),
      zipSync({ 'manifest.age': manifest }, { level: 0 }),
      zipSync({ 'consignment.json': utf8('{}') }, { level: 0 }),
    ]) {
      expect(refused(bytes)).toBe('notAParcel');
    }
  });

  it('is refused: cut anywhere, never half read', async () => {
    for (let at = 0; at < file.length; at += 97) {
      const read = fromFile(file.subarray(0, at));
      expect(read.ok, `cut at ${at}`).toBe(false);
    }
  });

  it('never gets past the opener when a byte is changed anywhere', async () => {
    const opened: unknown[] = [];
    for (let at = 0; at < file.length; at += 61) {
      const bytes = file.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      const read = fromFile(bytes);
      if (!read.ok) continue;
      const object = async (hash: Parameters<typeof read.value.objects.get>[0]) =>
        read.value.objects.get(hash);
      const outcome = await openParcel(read.value.signed, object, office.openDeps());
      if (outcome.ok) opened.push(outcome.value.events);
    }
    // Zip's own bookkeeping (dates, checksums) may change; then the parcel is whole, else it is refused.
    for (const events of opened) expect(events).toEqual(office.events);
    expect(opened.length).toBeLessThan(20);
  });
});

describe('zip tricks', () => {
  const name = `objects/${sha256('x')}`;

  it('are refused: names that lead elsewhere or mean nothing here', () => {
    for (const bad of [
      '../../etc/passwd',
      '/objects/x',
      'objects/../manifest.age',
      `objects/${'A'.repeat(64)}`,
      `objects\\${sha256('x')}`,
      `${name}/x`,
      `${name}\n`,
      'Manifest.age',
      '__proto__/x',
      'constructor',
    ]) {
      expect(refused(zipped({ [bad]: utf8('x') })), bad).toBe('notAParcel');
    }
    expect(refused(zipped({ [name]: utf8('x') }))).toBe('read');
  });

  it('are refused: a compressed entry, so nothing can grow', () => {
    const bomb = new Uint8Array(3 * 1024 * 1024);
    expect(refused(zipped({ [name]: bomb }))).toBe('read');
    expect(refused(zipped({ [name]: [bomb, { level: 9 }] }))).toBe('notAParcel');
  });

  it('are refused: an entry longer than an object may be, a consignment longer than it can be', () => {
    expect(refused(zipped({ [name]: new Uint8Array(5 * 1024 * 1024) }))).toBe('notAParcel');
    const padded = concat(utf8(canonical(packed.signed)), new Uint8Array(600 * 1024).fill(0x20));
    expect(refused(zipped({ 'consignment.json': padded }))).toBe('notAParcel');
  });

  it('are refused: more entries than a parcel has, and the manifest under two names', () => {
    const many = Object.fromEntries(
      Array.from({ length: 501 }, (_, at) => [`objects/${sha256(`${at}`)}`, utf8('x')]),
    );
    expect(refused(zipped(many))).toBe('notAParcel');
    expect(refused(zipped({ [`objects/${consignment.manifest}`]: manifest }))).toBe('notAParcel');
  });

  it('are refused: one name twice, and a length that is a lie', () => {
    // The second entry's name is made the first one's, in the local and in the central header.
    const a = utf8(`objects/${sha256('a')}`);
    const b = utf8(`objects/${sha256('b')}`);
    const twice = zipped({ [`objects/${sha256('a')}`]: a, [`objects/${sha256('b')}`]: b }).slice();
    replaceAll(twice, b, a);
    expect(refused(twice)).toBe('notAParcel');
    const lie = file.slice();
    const central = lastIndexOf(lie, [0x50, 0x4b, 0x01, 0x02]);
    lie[central + 24] = (lie[central + 24] ?? 0) ^ 1;
    expect(refused(lie)).toBe('notAParcel');
  });

  it('are refused: a file longer than any parcel', () => {
    expect(refused(new Uint8Array(258 * 1024 * 1024))).toBe('tooLarge');
  });
});

function indexOf(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  for (let at = from; at + wanted.length <= bytes.length; at += 1) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}

function replaceAll(bytes: Uint8Array, wanted: Uint8Array, by: Uint8Array): void {
  for (let at = indexOf(bytes, wanted, 0); at >= 0; at = indexOf(bytes, wanted, at + 1)) {
    bytes.set(by, at);
  }
}

function lastIndexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  for (let at = bytes.length - wanted.length; at >= 0; at -= 1) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}

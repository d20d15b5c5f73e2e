import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../base/canonical.ts';
import { concat, fromUtf8, utf8 } from '../base/bytes.ts';
import { must, testDeps, testOffice } from './fixture.ts';
import { decrypterFor, unseal } from './age.ts';
import { MAX_PART_BYTES } from './model/consignment.ts';
import { bucket } from './model/padding.ts';
import { openParcel } from './open.ts';
import { packParcel, packWith } from './pack.ts';
import { PARTING } from './model/policy.ts';
import { fixedDeps } from '../base/deps.ts';
import { StreamId, type Sha256 } from '../base/ids.ts';
import { err, ok } from '../base/result.ts';
import { stamp } from '../journal/model/event.ts';

const office = await testOffice();
const hybrid = await testOffice('hybrid');

describe('packing and opening', () => {
  it('gives back what was put in, whatever it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 5000 }),
        fc.uint8Array({ maxLength: 70_000 }),
        async (memo, sound) => {
          const parts = [
            { path: 'memo.md', bytes: utf8(memo) },
            { path: 'sound/take-1.webm', bytes: sound },
          ];
          const packed = must(await packParcel(office.input({ parts }), office.signer, testDeps()));
          const opened = must(
            await openParcel(
              packed.signed,
              async (hash) => packed.objects.get(hash),
              office.openDeps(),
            ),
          );
          expect(opened.events).toEqual(office.events);
          expect(opened.manifestHash).toBe(packed.manifestHash);
          expect(opened.parts.get('sound/take-1.webm')).toEqual(sound);
          const read = fromUtf8(opened.parts.get('memo.md') ?? new Uint8Array());
          expect(read.slice(0, memo.length)).toBe(memo);
          expect(read.slice(memo.length).trim()).toBe('');
        },
      ),
      { numRuns: 25 },
    );
  });

  it('works with hybrid keys, for the supervisor and for the recovery key alone', async () => {
    const packed = must(await packParcel(hybrid.input(), hybrid.signer, testDeps()));
    const object = async (hash: Parameters<typeof packed.objects.get>[0]) =>
      packed.objects.get(hash);
    expect((await openParcel(packed.signed, object, hybrid.openDeps())).ok).toBe(true);
    const recovery = { identities: [hybrid.recovery.hybrid.identity], me: [] };
    expect((await openParcel(packed.signed, object, hybrid.openDeps(recovery))).ok).toBe(true);
  });

  it('lets an ack carry no part at all, only the heads of what was opened', async () => {
    const input = office.input({ kind: 'ack', parts: [] });
    const packed = must(await packParcel(input, office.signer, testDeps()));
    const opened = must(
      await openParcel(packed.signed, async (hash) => packed.objects.get(hash), office.openDeps()),
    );
    expect(packed.objects.size).toBe(1);
    expect(opened.events).toEqual([]);
    expect(opened.manifest.heads[office.sender.device]?.[0]).toBe(office.events.length);
  });
});

describe('lengths and names say little', () => {
  it('pads every text to a bucket and leaves sound as it is', async () => {
    const parts = [
      { path: 'memo.md', bytes: utf8('kort') },
      { path: 'sound/take-1.webm', bytes: new Uint8Array(1234) },
    ];
    const packed = must(await packParcel(office.input({ parts }), office.signer, testDeps()));
    const { manifest } = must(
      await openParcel(packed.signed, async (hash) => packed.objects.get(hash), office.openDeps()),
    );
    const lengths = new Map(manifest.parts.map((part) => [part.path, part.length]));
    expect(lengths.get('memo.md')).toBe(256);
    expect(lengths.get('sound/take-1.webm')).toBe(1234);
    const json = lengths.get('interview.json') ?? 0;
    expect(json).toBe(bucket(json));
    const sealedManifest = packed.objects.get(packed.signed.consignment.manifest);
    const decrypter = decrypterFor([office.recovery.x25519.identity]);
    const plain = must(await unseal(sealedManifest ?? new Uint8Array(), decrypter));
    const body = plain.subarray(plain.indexOf(10) + 1);
    expect(body.length).toBe(bucket(body.length));
    expect(canonical(JSON.parse(fromUtf8(body)))).toBe(fromUtf8(body).trimEnd());
  });

  it('shows the office no kind, stream or path', async () => {
    const packed = must(await packParcel(office.input(), office.signer, testDeps()));
    const seen = canonical(packed.signed);
    for (const secret of ['interview', office.stream, '.md', office.supervisor.x25519.recipient]) {
      expect(seen).not.toContain(secret);
    }
  });

  it('salts the hash of the plain bytes, so that two equal parts do not look equal', async () => {
    const hashes = new Set<string>();
    for (const seq of [1, 2]) {
      const packed = must(await packParcel(office.input({ seq }), office.signer, testDeps()));
      const { manifest } = must(
        await openParcel(
          packed.signed,
          async (hash) => packed.objects.get(hash),
          office.openDeps(),
        ),
      );
      for (const part of manifest.parts) hashes.add(part.plain);
    }
    expect(hashes.size).toBe(4);
  });
});

describe('packing fails closed', () => {
  it('refuses to mix classes, in either order', async () => {
    const { x25519, hybrid: pq } = office.supervisor;
    for (const to of [
      [x25519.recipient, pq.recipient],
      [pq.recipient, x25519.recipient],
    ]) {
      const packed = await packParcel(office.input({ to }), office.signer, testDeps());
      expect(packed).toEqual({ ok: false, error: { type: 'mixedRecipients' } });
    }
  });

  it('refuses no recipients, and throws on one that is none', async () => {
    const none = await packParcel(office.input({ to: [] }), office.signer, testDeps());
    expect(none).toEqual({ ok: false, error: { type: 'noRecipients' } });
    await expect(
      packParcel(office.input({ to: ['age1x'] }), office.signer, testDeps()),
    ).rejects.toThrow('invalid string length');
  });

  it('throws on a class that is not the kind’s, and refuses what nobody at the office may have', async () => {
    const practice = office.input({ class: 'practice' });
    await expect(packParcel(practice, office.signer, testDeps())).rejects.toThrow('another class');
    const real = office.input({ kind: 'training' });
    await expect(packParcel(real, office.signer, testDeps())).rejects.toThrow('another class');
    const nobody = await packParcel(office.input({ recipients: [] }), office.signer, testDeps());
    expect(nobody).toEqual({ ok: false, error: { type: 'noRecipients' } });
  });

  it('takes a part of exactly 4 MiB and refuses one byte more', async () => {
    const path = 'sound/take-1.webm';
    const fits = [{ path, bytes: new Uint8Array(MAX_PART_BYTES) }];
    expect((await packParcel(office.input({ parts: fits }), office.signer, testDeps())).ok).toBe(
      true,
    );
    const parts = [{ path, bytes: concat(new Uint8Array(MAX_PART_BYTES), new Uint8Array(1)) }];
    const packed = await packParcel(office.input({ parts }), office.signer, testDeps());
    expect(packed).toEqual({ ok: false, error: { type: 'partTooLarge', path } });
  });

  it('gives each sealed object away as it is made, and keeps none', async () => {
    const kept = new Map<string, Uint8Array>();
    const parts = ['a', 'b'].map((name) => ({ path: `sound/${name}.webm`, bytes: utf8(name) }));
    const keep = async (hash: Sha256, bytes: Uint8Array) => ok(kept.set(hash, bytes.slice()));
    const packed = must(
      await packParcel(office.input({ parts }), office.signer, testDeps(), { keep }),
    );
    expect(packed.objects.size).toBe(0);
    const { objects } = packed.signed.consignment;
    expect(objects.map(({ hash }) => hash)).toEqual([...kept.keys()].toSorted());
    for (const { hash, length } of objects) expect(kept.get(hash)?.length).toBe(length);
    const full = { type: 'diskFull' } as const;
    const refused = await packParcel(office.input({ parts }), office.signer, testDeps(), {
      keep: async () => err(full),
    });
    expect(refused).toEqual(err(full));
  });

  it('of sound are opened one at a time, after all of them have been checked', async () => {
    const writer = { author: office.sender.member, device: office.sender.device };
    const fact = { type: 'SoundKept', version: 1, data: { interview: office.stream, mime: 'a/b' } };
    const events = stamp([fact], office.stream, [], writer, fixedDeps());
    const paths = ['sound/0000.webm', 'sound/0001.webm'];
    const parts = paths.map((path) => ({ path, bytes: utf8(path) }));
    const input = office.input({ kind: 'sound', events, parts });
    const packed = must(await packParcel(input, office.signer, testDeps()));
    const open = (objects: ReadonlyMap<Sha256, Uint8Array>) =>
      openParcel(packed.signed, async (hash) => objects.get(hash), office.openDeps());
    const opened = must(await open(packed.objects));
    expect([...opened.parts.keys()]).toEqual(['sound.json']);
    expect(opened.long).toEqual(paths);
    for (const path of paths) expect(await opened.part(path)).toEqual(utf8(path));
    expect(await opened.part('sound/0002.webm')).toBeUndefined();
    // One altered byte in the last of them: nothing is opened at all.
    const last = opened.manifest.parts.at(-1);
    if (!last) throw new Error('no parts');
    const altered = new Map(packed.objects);
    altered.set(last.sealed, (altered.get(last.sealed) ?? new Uint8Array()).slice(1));
    expect(await open(altered)).toEqual(err({ type: 'damaged' }));
  });

  it('stops between two parts when it is cancelled, and has then nothing to send', async () => {
    const stop = new AbortController();
    const made: string[] = [];
    function* parts() {
      for (const name of ['a', 'b', 'c']) {
        made.push(name);
        if (name === 'b') stop.abort();
        yield { path: `sound/${name}.webm`, bytes: utf8(name) };
      }
    }
    const packed = await packParcel(office.input({ parts: parts() }), office.signer, testDeps(), {
      signal: stop.signal,
    });
    expect(packed).toEqual(err({ type: 'cancelled' }));
    expect(made).toEqual(['a', 'b']);
  });

  it('throws on a path outside the parcel, on two parts with one path, and on nothing to say', async () => {
    const bytes = utf8('x');
    const pack = (more: Parameters<typeof office.input>[0]) =>
      packParcel(office.input(more), office.signer, testDeps());
    await expect(pack({ parts: [{ path: '../memo.md', bytes }] })).rejects.toThrow('path');
    await expect(pack({ parts: [{ path: 'interview.json', bytes }] })).rejects.toThrow('one path');
    await expect(pack({ events: [] })).rejects.toThrow('nothing to say');
  });

  it('throws on a private reflection and on an unknown event, before anything is sealed', async () => {
    const writer = { author: office.sender.member, device: office.sender.device };
    for (const type of ['ReflectionWritten', 'SomethingElse']) {
      const facts = [{ type, version: 1, data: { interview: 'x', field: 'y', value: 'hemligt' } }];
      const events = stamp(facts, office.stream, [], writer, fixedDeps());
      for (const kind of ['interview', 'draft', 'safety', 'review'] as const) {
        const packing = packParcel(office.input({ kind, events }), office.signer, testDeps());
        await expect(packing).rejects.toThrow(`policy: ${type} may not leave`);
      }
    }
  });

  it('takes the table a lower room brings, for its own kind', async () => {
    const stream = StreamId.parse('ab'.repeat(16));
    const facts = [{ type: 'InterviewApproved', version: 1, data: { note: 'Tack' } }];
    const writer = { author: office.sender.member, device: office.sender.device };
    const events = stamp(facts, stream, [], writer, fixedDeps());
    const review = { InterviewApproved: { note: 'parcel' } } as const;
    const input = office.input({ kind: 'review', stream, events, parts: [] });
    const packed = must(await packWith({ ...PARTING, review })(input, office.signer, testDeps()));
    const opened = must(
      await openParcel(packed.signed, async (hash) => packed.objects.get(hash), office.openDeps()),
    );
    expect([...opened.parts.keys()]).toEqual(['review.json']);
    expect(opened.events).toEqual(events);
  });
});

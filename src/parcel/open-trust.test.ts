import { describe, expect, it } from 'vitest';
import { sha256 } from '../base/bytes.ts';
import { newId, systemRandom } from '../base/deps.ts';
import { DeviceId, MemberId, OfficeId, ParcelId } from '../base/ids.ts';
import { must, testDeps, testOffice } from './fixture.ts';
import { forgerIn } from './forger.ts';
import { makeRoot } from './keys.ts';
import type { Consignment } from './model/consignment.ts';
import { classOf, ParcelKind, type Manifest } from './model/manifest.ts';
import { PARTING } from './model/policy.ts';
import type { OpenDeps } from './model/port.ts';
import { packWith } from './pack.ts';

const office = await testOffice();
const { pack, open, sign, forge } = forgerIn(office);
const packed = await pack();
const packPractice = packWith({ ...PARTING, training: PARTING.interview });

describe('who sent it', () => {
  it('refuses a consignment whose signature is of another key or another text', async () => {
    const stranger = await makeRoot(systemRandom);
    const { consignment } = packed.signed;
    const forged = await sign(consignment, stranger.signer);
    expect(await open({ ...packed, signed: forged })).toBe('badSignature');
    const later = { ...packed.signed, consignment: { ...consignment, at: consignment.at + 1 } };
    expect(await open({ ...packed, signed: later })).toBe('badSignature');
  });

  it('refuses a manifest signed by another key, or with a signature of another thing', async () => {
    const stranger = await makeRoot(systemRandom);
    expect(await open(await forge({ signer: stranger.signer }, packed))).toBe('badSignature');
    expect(await open(await forge({ context: 'aterblick-consignment/1\n' }, packed))).toBe(
      'badSignature',
    );
    const key = (manifest: Manifest) => ({
      ...manifest,
      sender: { ...manifest.sender, key: stranger.signer.key },
    });
    expect(await open(await forge({ manifest: key }, packed))).toBe('badSignature');
    expect(await open(await forge({}, packed))).toBe('opened');
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
    const forged = await sign({ ...packed.signed.consignment, sender }, colleague.signer);
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
    const forged = await forge({ manifest: strangers }, packed);
    expect(await open(forged)).toBe('notForMe');
    expect(await open(forged, { me: [] })).toBe('opened');
  });

  it('refuses another office’s parcel', async () => {
    const elsewhere = newId(OfficeId, systemRandom);
    expect(await open(packed, { office: elsewhere })).toBe('otherOffice');
    const inside = (manifest: Manifest) => ({ ...manifest, office: elsewhere });
    expect(await open(await forge({ manifest: inside }, packed))).toBe('swapped');
  });

  it('takes practice only where practice is wanted', async () => {
    const practice = must(
      await packPractice(
        office.input({ kind: 'training', class: 'practice', parts: [] }),
        office.signer,
        testDeps(),
      ),
    );
    expect(await open(practice)).toBe('wrongClass');
    expect(await open(practice, { class: 'practice' })).toBe('opened');
    expect(await open(packed, { class: 'practice' })).toBe('wrongClass');
  });

  it.each(
    ParcelKind.options.flatMap((kind) =>
      (['real', 'practice'] as const).flatMap((inside) =>
        (['real', 'practice'] as const).map((outside) => ({ kind, inside, outside })),
      ),
    ),
  )(
    'kind $kind, sealed as $inside and consigned as $outside, opens only where all three agree',
    async ({ kind, inside, outside }) => {
      const forged = await forge(
        {
          manifest: (manifest) => ({ ...manifest, kind, class: inside }),
          consignment: (consignment) => ({ ...consignment, class: outside }),
        },
        packed,
      );
      const agrees = inside === classOf(kind) && outside === inside;
      for (const wanted of ['real', 'practice'] as const) {
        const problem = await open(forged, { class: wanted });
        // What agrees fails later at the earliest: the events are still an interview's.
        expect(problem === 'wrongClass').toBe(!agrees || wanted !== outside);
      }
    },
  );
});

describe('inside and outside agree', () => {
  it('refuses a manifest under another consignment', async () => {
    const other = await pack({ seq: 2 });
    const mixed = await sign({
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
      expect(await open(await forge({ manifest }, packed)), manifest.name).toBe('swapped');
    }
    const fewerOutside = (consignment: Consignment) => ({
      ...consignment,
      objects: consignment.objects.filter((each) => each.hash === consignment.manifest),
    });
    expect(await open(await forge({ consignment: fewerOutside }, packed))).toBe('swapped');
  });

  it('refuses a consignment that names an object twice or does not list its manifest', async () => {
    const { consignment } = packed.signed;
    const twice = { ...consignment, objects: [...consignment.objects, ...consignment.objects] };
    expect(await open({ ...packed, signed: await sign(twice) })).toBe('notAParcel');
    const unlisted = { ...consignment, manifest: sha256('nowhere') };
    expect(await open({ ...packed, signed: await sign(unlisted) })).toBe('notAParcel');
  });
});

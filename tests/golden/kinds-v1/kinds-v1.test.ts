import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { fromUtf8, sha256 } from '../../../src/base/bytes.ts';
import { fixedDeps } from '../../../src/base/deps.ts';
import { OfficeId, Sha256, SignKey } from '../../../src/base/ids.ts';
import { foldConcern } from '../../../src/interview/model/concern.ts';
import { summariseRecording } from '../../../src/interview/model/sound.ts';
import { foldTranscript } from '../../../src/interview/model/transcript-state.ts';
import { JournalEvent } from '../../../src/journal/model/event.ts';
import { merge, verifyChain } from '../../../src/journal/model/merge.ts';
import { fromFile } from '../../../src/parcel/file.ts';
import { must } from '../../../src/parcel/fixture.ts';
import { openParcel } from '../../../src/parcel/open.ts';
import { verifySignature } from '../../../src/parcel/verify.ts';

/*
 * What reports, transcripts and recordings of version 1 meant on the day they were settled, and what their parcels
 * held; make.ts tells how they were made. When this is red, something old reads differently than it did: mend the fold
 * or upcast, and leave these files alone.
 */
const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(name, import.meta.url), 'utf8'));
const State = z.record(z.string(), z.unknown());
const four = <T extends z.ZodMiniType>(each: T) =>
  z.object({ concern: each, removed: each, transcript: each, sound: each });
const streams = four(z.array(JournalEvent)).parse(await read('streams.json'));
/** Later fields may join them; none of these may change. */
const states = four(State).parse(await read('states.json'));
const golden = z
  .object({
    /** The recovery key's age identity. */
    identity: z.string(),
    office: OfficeId,
    signKey: SignKey,
    parcels: four(
      z.object({
        manifestHash: Sha256,
        texts: z.record(z.string(), z.string()),
        sound: z.record(z.string(), Sha256),
      }),
    ),
  })
  .parse(await read('parcels.json'));

/** A state as JSON holds it, maps as lists of pairs. */
const plain = (state: unknown): unknown =>
  JSON.parse(
    JSON.stringify(state, (_key, member: unknown) =>
      member instanceof Map ? [...member] : member,
    ),
  );

const FOLD = {
  concern: foldConcern,
  removed: foldConcern,
  transcript: foldTranscript,
  sound: summariseRecording,
} as const;
const NAMES = ['concern', 'removed', 'transcript', 'sound'] as const;

it('the streams hold every event there was', () => {
  const types = new Set(Object.values(streams).flatMap((events) => events.map(({ type }) => type)));
  expect([...types].sort()).toEqual([
    'ConcernBegun',
    'ConcernHandedOver',
    'ConcernRemoved',
    'ConcernWritten',
    'Retracted',
    'SegmentChecked',
    'SegmentRemoved',
    'SegmentTakenBack',
    'SegmentWritten',
    'SoundCut',
    'SoundKept',
    'TranscriptBegun',
  ]);
});

describe.each(NAMES)('%s of version 1', (name) => {
  it('means what it meant, and its chain holds', () => {
    expect(verifyChain(streams[name])).toEqual([]);
    expect(plain(FOLD[name](merge(streams[name])))).toMatchObject(states[name]);
  });

  it('opens from its parcel with the recovery key, and says what it said', async () => {
    const bytes = await readFile(new URL(`${name}.aterblick`, import.meta.url));
    const { signed, objects } = must(fromFile(bytes));
    const opened = must(
      await openParcel(signed, async (hash) => objects.get(hash), {
        ...fixedDeps(),
        verify: verifySignature,
        identities: [golden.identity],
        me: [],
        office: golden.office,
        class: 'real',
        enrolled: (key) => key === golden.signKey,
        seen: async () => undefined,
      }),
    );
    const expected = golden.parcels[name];
    expect(opened.manifestHash).toBe(expected.manifestHash);
    expect(opened.manifest.kind).toBe(name === 'removed' ? 'concern' : name);
    expect(opened.events).toEqual(streams[name]);
    for (const [path, text] of Object.entries(expected.texts)) {
      expect(fromUtf8(opened.parts.get(path) ?? new Uint8Array()).trimEnd()).toBe(text.trimEnd());
    }
    expect([...opened.long].sort()).toEqual(Object.keys(expected.sound).sort());
    for (const [path, hash] of Object.entries(expected.sound)) {
      expect(sha256((await opened.part(path)) ?? new Uint8Array())).toBe(hash);
    }
  });
});

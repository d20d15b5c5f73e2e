import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { childrenOf, element, ID, joined, openCutter, silence, slicesOf, uint32 } from './webm.ts';
import { playable } from './webm-file.ts';

/* What Chromium's recorder writes: a segment and clusters whose length is not said, 60 ms of sound in each block. */
const OPEN = Uint8Array.of(1, 255, 255, 255, 255, 255, 255, 255);
const HEAD = joined([
  element(ID.ebml, Uint8Array.of(0x42, 0x86, 0x81, 1)),
  joined([Uint8Array.of(0x18, 0x53, 0x80, 0x67), OPEN]),
  element(ID.info, element(ID.timecodeScale, uint32(1_000_000))),
  element(ID.tracks, Uint8Array.of(0xd7, 0x81, 1)),
]);

/** The frames of whole clusters with their times: what a player would hear. */
function framesOf(file: Uint8Array): { readonly at: number; readonly bytes: Uint8Array }[] {
  const clusters = childrenOf(file).filter(({ id }) => id === ID.cluster);
  return clusters.flatMap(({ whole }) => {
    // Four bytes of name and four of length stand before what is in it.
    const inside = childrenOf(whole.slice(8)).map(({ id, whole: each }) => ({ id, each }));
    const view = (bytes: Uint8Array) => new DataView(bytes.buffer);
    const time = inside.find(({ id }) => id === ID.timecode)?.each;
    const cluster = time ? view(time).getUint32(5) : 0;
    return inside
      .filter(({ id }) => id === ID.simpleBlock)
      .map(({ each }) => ({ at: cluster + view(each).getInt16(6), bytes: each.slice(8) }));
  });
}

const frame = (i: number): Uint8Array => new Uint8Array(240).fill(i % 251);
const block = (i: number, cluster: number): Uint8Array =>
  element(
    ID.simpleBlock,
    joined([
      Uint8Array.of(0x81, ((i * 60 - cluster) >> 8) & 0xff, (i * 60 - cluster) & 0xff, 0x80),
      frame(i),
    ]),
  );

function recorded(frames: number, perCluster = 17): Uint8Array {
  const parts: Uint8Array[] = [HEAD];
  for (let i = 0; i < frames; i += 1) {
    const cluster = Math.floor(i / perCluster) * perCluster * 60;
    if (i % perCluster === 0) {
      parts.push(
        Uint8Array.of(0x1f, 0x43, 0xb6, 0x75),
        OPEN,
        element(ID.timecode, uint32(cluster)),
      );
    }
    parts.push(block(i, cluster));
  }
  return joined(parts);
}

describe('cutting a recording', () => {
  it('gives every frame once, with its time, wherever the browser cuts', () => {
    const whole = recorded(60);
    const cutting = fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(cutting, (lengths) => {
        const cutter = openCutter();
        const cuts = [];
        let at = 0;
        for (const length of [...lengths, whole.length]) {
          const cut = cutter.push(whole.slice(at, at + length));
          at += length;
          if (cut) cuts.push(cut);
        }
        expect(cutter.head()).toEqual(HEAD);
        const frames = cuts.flatMap((cut) => framesOf(cut.bytes));
        expect(frames.map(({ at: time }) => time)).toEqual(
          Array.from({ length: 60 }, (_, i) => i * 60),
        );
        expect(frames.every(({ bytes }, i) => bytes[1] === i % 251)).toBe(true);
        for (const [i, cut] of cuts.entries()) {
          expect(cut.from).toBeLessThan(cut.to);
          expect(cut.from).toBe(cuts[i - 1]?.to ?? 0);
        }
        expect(cuts.at(-1)?.to).toBe(3600);
      }),
    );
  });
});

describe('a recording as a file', () => {
  const cutter = openCutter();
  const whole = recorded(600);
  const slices = Array.from({ length: 36 }, (_, n) => ({
    n: n + 1,
    ...(cutter.push(whole.slice(n * 5000, (n + 1) * 5000)) ?? {
      from: 0,
      to: 0,
      bytes: new Uint8Array(),
    }),
  })).filter(({ to }) => to > 0);

  it('says how long it is, leads to its clusters, and is silent where something is gone', () => {
    const left = slices.filter(({ from, to }) => to <= 9000 || from >= 24_000);
    const file = joined(playable(HEAD, left));
    const children = childrenOf(file);
    expect(children.slice(0, 4).map(({ id }) => id)).toEqual([
      ID.ebml,
      ID.info,
      ID.tracks,
      ID.cues,
    ]);
    const times = framesOf(file).map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    // No hole is left for a player to stumble over.
    expect(Math.max(...times.map((at, i) => at - (times[i - 1] ?? at)))).toBeLessThanOrEqual(80);
    // Every cue leads to where a cluster begins.
    const segment = file.indexOf(0x67) + 9;
    const positions = cues(file);
    expect(positions.length).toBeGreaterThan(2);
    for (const at of positions) {
      expect([...file.slice(segment + at, segment + at + 4)]).toEqual([0x1f, 0x43, 0xb6, 0x75]);
    }
  });

  it('comes back as the same slices', () => {
    const left = slices.filter(({ from, to }) => to <= 9000 || from >= 24_000);
    const back = slicesOf(joined(playable(HEAD, left)), 1);
    expect(back.slices.map(({ from, to }) => [from, to])).toEqual(
      left.map(({ from, to }) => [from, to]),
    );
    expect(back.slices.map(({ n }) => n)).toEqual(left.map((_, i) => i + 1));
    expect(framesOf(joined(back.slices.map(({ bytes }) => bytes)))).toEqual(
      framesOf(joined(left.map(({ bytes }) => bytes))),
    );
    expect(childrenOf(back.head ?? new Uint8Array()).map(({ id }) => id)).toContain(ID.tracks);
  });

  it('knows silence of any length', () => {
    expect(framesOf(silence(1000, 1000))).toEqual([]);
    const long = framesOf(silence(500, 95_500));
    expect(long).toHaveLength(95_000 / 20);
    expect(long.at(-1)?.at).toBe(95_480);
  });
});

/** Where the cues say that clusters begin, counted from the segment's content. */
function cues(file: Uint8Array): number[] {
  const found = childrenOf(file).find(({ id }) => id === ID.cues)?.whole ?? new Uint8Array();
  const view = new DataView(found.buffer);
  const positions: number[] = [];
  for (let at = 0; at + 9 <= found.length; at += 1) {
    const isPosition = found[at] === 0xf1 && view.getUint32(at + 1) === 0x1000_0004;
    if (isPosition) positions.push(view.getUint32(at + 5));
  }
  return positions;
}

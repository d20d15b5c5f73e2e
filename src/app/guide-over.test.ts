import { expect, it } from 'vitest';
import data from '../guide/data/default-guide.json' with { type: 'json' };
import { Guide } from '../guide/model/guide.ts';
import { routeOf } from '../guide/model/route.ts';
import { packGuide, unpackGuide } from './guide-over.ts';

const GUIDE = Guide.parse(data);

it('comes out as it went in, through postMessage', () => {
  const unpacked = unpackGuide(structuredClone(packGuide(GUIDE)));
  expect(Guide.parse(unpacked)).toEqual(GUIDE);
});

it('gives each question its own words, in whatever order they are looked at', () => {
  const unpacked = unpackGuide(packGuide(GUIDE));
  const pairs = unpacked.sections.flatMap((section, s) =>
    section.questions.map((question, q) => [question, GUIDE.sections[s]?.questions[q]] as const),
  );
  for (const [question, original] of [...pairs].reverse()) {
    expect(question.text).toEqual(original?.text);
    expect(question.answer).toEqual(original?.answer);
    expect(question.motive).toEqual(original?.motive);
  }
});

it('lets the way through the guide be found without reading a word', () => {
  const packed = packGuide(GUIDE);
  const wordless = {
    ...packed,
    sections: packed.sections.map((section) => ({ ...section, words: new Uint8Array() })),
  };
  const unpacked = unpackGuide(wordless);
  for (const { id } of GUIDE.tracks) {
    expect(routeOf(unpacked, id).order).toEqual(routeOf(GUIDE, id).order);
  }
});

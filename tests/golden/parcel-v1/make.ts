/*
 * How the golden parcels of format 1 were made: `node tests/golden/parcel-v1/make.ts`, once, on the day the format
 * was settled. They are never made again: what an office sealed then must open for ever. A change of the format
 * gets a folder of its own (parcel-v2) beside this one. The office, the people and the keys are invented.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { utf8 } from '../../../src/base/bytes.ts';
import { toFile } from '../../../src/parcel/file.ts';
import { must, testDeps, testOffice } from '../../../src/parcel/fixture.ts';
import { interviewMarkdown, memoMarkdown } from '../../../src/parcel/model/markdown.ts';
import { packParcel } from '../../../src/parcel/pack.ts';

const here = new URL('./', import.meta.url);
const interview = interviewMarkdown({
  title: 'Intervju K-017',
  facts: [{ label: 'Guide', value: 'default 1.0' }],
  sections: [
    {
      title: 'Att bo',
      questions: [
        {
          id: 's1q1',
          text: 'Vad minns du av första dagen?',
          outcome: 'Besvarad',
          value: null,
          answer: 'Jag fick en egen nyckel.',
          verbatim: [[0, 24]],
        },
      ],
    },
  ],
});
const memo = memoMarkdown({
  title: 'Minnesanteckning K-017',
  facts: [],
  fields: [{ label: 'Intryck', text: 'Lugn, med långa pauser.' }],
});

for (const kind of ['x25519', 'hybrid'] as const) {
  const file = new URL(`${kind}.aterblick`, here);
  if (existsSync(file)) throw new Error('A golden parcel is never made twice.');
  const office = await testOffice(kind);
  const parts = [
    { path: 'interview.md', bytes: utf8(interview) },
    { path: 'memo.md', bytes: utf8(memo) },
    { path: 'sound/take-1.webm', bytes: new Uint8Array([0x1a, 0x45, 0xdf, 0xa3]) },
  ];
  const packed = must(await packParcel(office.input({ parts }), office.signer, testDeps()));
  await writeFile(file, toFile(packed));
  const expected = {
    identity: office.recovery[kind].identity,
    office: office.office,
    signKey: office.signer.key,
    manifestHash: packed.manifestHash,
    events: office.events,
    texts: { 'interview.md': interview, 'memo.md': memo },
    sound: '1a45dfa3',
  };
  await writeFile(new URL(`${kind}.json`, here), `${JSON.stringify(expected, null, 2)}\n`);
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GUIDE, memo, started, stateAfter, wrote } from '../fixture.ts';
import { identifyingIn, identifyingPlaces } from './identifying.ts';

const seen = (text: string) =>
  identifyingIn(text).map(({ kind, from, to }) => [kind, text.slice(from, to)]);

it.each([
  ['Hon heter 19900101-1234 där.', [['identityNumber', '19900101-1234']]],
  ['Nummer 9001011234', [['identityNumber', '9001011234']]],
  ['Samordning 900161-1234', [['identityNumber', '900161-1234']]],
  ['Ring 070-123 45 67 i dag', [['phone', '070-123 45 67']]],
  ['eller +46 70 123 45 67', [['phone', '+46 70 123 45 67']]],
  ['växel 054-540 00 00.', [['phone', '054-540 00 00']]],
  ['Skriv till åsa.ek@exempel.se!', [['email', 'åsa.ek@exempel.se']]],
  ['Vi bodde på Storgatan 12 B sen.', [['street', 'Storgatan 12 B']]],
  [
    'Först Norra vägen 3, sedan Lindallén 7',
    [
      ['street', 'Norra vägen 3'],
      ['street', 'Lindallén 7'],
    ],
  ],
])('points at %j', (text, expected) => {
  expect(seen(text)).toEqual(expected);
});

it.each([
  'Jag flyttade 2009 och var där till 2018-06-15.',
  'Det var 3 syskon, 12 000 kronor och 14 mil dit.',
  'På vägen 3 gånger om året.',
  'Klockan 07.30 till 16.45, sex gånger.',
  'K-017 sa: ”Gatan var tom.”',
  'Betyg 7 av 10, fråga 15.',
])('leaves %j alone', (text) => {
  expect(seen(text)).toEqual([]);
});

it('never points outside the text, nor twice at the same words', () => {
  const parts = fc.array(
    fc.constantFrom('0701234567', '900101-1234', 'a@b.se', 'Storgatan 1', ' ', '-', 'å', '😀'),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(parts, (all) => {
      const text = all.join('');
      let last = 0;
      for (const { from, to } of identifyingIn(text)) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        last = to;
      }
    }),
  );
});

it('knows the answers and memo fields in which something stands out, in their order', () => {
  const state = stateAfter(
    started(),
    memo('setting', 'Storgatan 1'),
    memo('keyMessages', ['Inget', 'Ring 070-123 45 67', '']),
    wrote('s3q1', 'a@b.se'),
    wrote('s2q1', 'Inget alls'),
    wrote('s2q2', 'Ring 070-123 45 67 eller a@b.se'),
  );
  expect(
    identifyingPlaces(state, GUIDE).map((place) => [
      place.kind === 'question' ? place.question : place.field,
      place.findings.length,
    ]),
  ).toEqual([
    ['s2q2', 2],
    ['s3q1', 1],
    ['setting', 1],
    ['keyMessages', 1],
  ]);
});

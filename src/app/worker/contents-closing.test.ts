import { expect, it } from 'vitest';
import { folded, GUIDE, started, talkEnded, written } from '../../interview/fixture.ts';
import type { AnyInterviewFact } from '../../interview/model/side-facts.ts';
import { closingList } from './contents-closing.ts';

const told = (...facts: readonly AnyInterviewFact[]) => {
  const events = written([started(), ...facts]);
  return closingList({ events, state: folded(events), guide: GUIDE, language: 'sv' });
};

it('tells in the readable half how the talk was closed and what was done afterwards', () => {
  const list = told(
    { type: 'ClosingChecked', version: 1, data: { items: ['thanks'] } },
    { type: 'TonightPlanned', version: 1, data: { plan: 'Ringer sin faster.' } },
    talkEnded,
    { type: 'AftercareDone', version: 1, data: { task: 'call', note: 'Allt var bra.' } },
    {
      type: 'CopyReleased',
      version: 1,
      data: { form: 'print', language: 'sv', without: [] },
    },
  );
  expect(list?.title).toBe('Avslut och tiden efter');
  expect(list?.lines).toEqual([
    'Jag har tackat och sagt vad jag lärde mig.',
    'Vem träffar eller ringer personen i kväll? Ringer sin faster.',
    expect.stringMatching(/^Ring och fråga hur det har varit: Klart .+\. Allt var bra\.$/),
    expect.stringMatching(/^Kopia till deltagaren: Utlämnad .+ \(utskrift\)$/),
  ]);
});

it('says nothing where nothing was closed', () => {
  expect(told(talkEnded)).toBeNull();
});

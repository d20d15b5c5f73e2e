import { newId, type Deps } from '../base/deps.ts';
import { StreamId, type MemberId } from '../base/ids.ts';
import type { Journal } from '../journal/model/port.ts';
import { addMonths, dayAt } from '../people/model/days.ts';
import type { Details, ParticipantFact } from '../people/model/participant.ts';
import { addParticipant } from '../people/write.ts';

interface Invented {
  readonly code: string;
  readonly name: string;
  readonly birthMonth: string;
  /** Months since the placement ended. */
  readonly endedAgo: number;
  readonly accepted: boolean;
}

/** One who can be asked, one for whom it is too early, and one who has said yes. */
const INVENTED: readonly Invented[] = [
  { code: 'PROVA-3', name: 'Alva Exempel', birthMonth: '2004-05', endedAgo: 26, accepted: false },
  { code: 'PROVA-4', name: 'Bilal Påhittad', birthMonth: '2006-11', endedAgo: 9, accepted: false },
  { code: 'PROVA-5', name: 'Hodan Provsson', birthMonth: '2003-02', endedAgo: 28, accepted: true },
];
const TOWN = 'Påhittade';

/** Three invented people in the register of "Try it". */
export async function tellPeople(journal: Journal, me: MemberId, deps: Deps): Promise<void> {
  const today = dayAt(deps.clock.now());
  for (const { code, name, birthMonth, endedAgo, accepted } of INVENTED) {
    const details: Details = {
      name,
      contact: { way: 'text', value: '070-000 00 00', note: '' },
      birthMonth,
      municipality: TOWN,
      protectedData: false,
      language: 'sv',
      interpreter: false,
      ownWorkers: [],
      otherWorkers: '',
      siblings: [],
    };
    const placed: ParticipantFact = {
      type: 'PlacementWritten',
      version: 1,
      data: {
        placement: {
          placement: 'aaaaaaaa',
          kind: 'fosterHome',
          from: addMonths(today, -endedAgo - 60),
          to: addMonths(today, -endedAgo),
          municipality: TOWN,
          ending: 'planned',
        },
      },
    };
    const on = addMonths(today, -1);
    const offer = 'bbbbbbbb';
    const asked: ParticipantFact[] = [
      { type: 'OfferMade', version: 1, data: { offer, wave: 1, way: 'letter', on, by: me } },
      { type: 'OfferAnswered', version: 1, data: { offer, answer: 'accepted', on: today } },
    ];
    const more = [placed, ...(accepted ? asked : [])];
    const stream = newId(StreamId, deps.random);
    const kept = await addParticipant(
      journal,
      stream,
      { code, details, batch: null, more },
      deps.clock,
    );
    if (!kept.ok) throw new Error('memory refused to keep');
  }
}

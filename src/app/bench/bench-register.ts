import { newId, type Deps } from '../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../base/ids.ts';
import { stampAfter, type JournalEvent } from '../../journal/model/event.ts';
import {
  ENDINGS,
  PLACEMENT_KINDS,
  summariseParticipant,
  type ParticipantFact,
} from '../../people/model/participant.ts';
import type { VaultLine } from '../call.ts';
import { seedVault, type Progress } from './bench-inbox.ts';

const FIRST = ['Alva', 'Bilal', 'Cornelia', 'Dawit', 'Elin', 'Fatima', 'Gustav', 'Hodan', 'Ivar'];
const LAST = ['Exempel', 'Påhittad', 'Provsson', 'Testberg'];
const TOWNS = ['Storby', 'Lillby', 'Björkvik'];

/** Puts `count` invented people into a throw-away supervisor's register, as a colleague's parcels would bring them. */
export const seedRegister = (count: number, deps: Deps, progress: Progress) =>
  seedVault(deps, async (line) => {
    const writer = {
      author: newId(MemberId, deps.random),
      device: newId(DeviceId, deps.random),
    };
    for (let i = 0; i < count; i += 1) {
      await takeOne(line, i, writer, deps);
      if (i % 50 === 0) progress(i);
    }
  });

async function takeOne(
  line: VaultLine,
  i: number,
  writer: { readonly author: MemberId; readonly device: DeviceId },
  deps: Deps,
): Promise<void> {
  const stream = newId(StreamId, deps.random);
  const nowhere = { seq: 0, tip: null, order: 0 };
  const events: JournalEvent[] = stampAfter(
    nowhere,
    factsOf(i, writer.author),
    stream,
    writer,
    deps,
  );
  const summary = summariseParticipant(events);
  const taken = await line.call('take', stream, 'participant', events, summary);
  if (!taken.ok) throw new Error(`bench: ${taken.error.type}`);
}

/** Two placements each; every second person was asked, and two of three of those have answered. */
function factsOf(i: number, by: MemberId): readonly ParticipantFact[] {
  const municipality = TOWNS[i % TOWNS.length] ?? '';
  const local = (n: number) => (i * 8 + n).toString(16).padStart(8, '0');
  const year = 2016 + (i % 10);
  const placed = (n: number, from: string, to: string): ParticipantFact => ({
    type: 'PlacementWritten',
    version: 1,
    data: {
      placement: {
        placement: local(n),
        kind: PLACEMENT_KINDS[i % 7 === 0 ? 3 : 0],
        from,
        to,
        municipality,
        ending: ENDINGS[0],
      },
    },
  });
  const added: ParticipantFact = {
    type: 'ParticipantAdded',
    version: 1,
    data: {
      code: `K-${String(i + 1).padStart(4, '0')}`,
      details: {
        name: `${FIRST[i % FIRST.length] ?? ''} ${LAST[i % LAST.length] ?? ''}`,
        contact: { way: 'text', value: `Påhittat nummer ${i}`, note: 'Bara sms, dagtid.' },
        birthMonth: `${year - 14}-05`,
        municipality,
        protectedData: i % 40 === 0,
        language: 'sv',
        interpreter: false,
        ownWorkers: [by],
        otherWorkers: '',
        siblings: [],
      },
      batch: null,
    },
  };
  const on = '2026-09-01';
  const offer = local(3);
  const asked: ParticipantFact = {
    type: 'OfferMade',
    version: 1,
    data: { offer, wave: 1, way: 'letter', on, by },
  };
  const answered: ParticipantFact = {
    type: 'OfferAnswered',
    version: 1,
    data: { offer, answer: i % 4 === 0 ? 'accepted' : 'declined', on },
  };
  return [
    added,
    placed(1, `${year - 8}-03`, `${year - 4}-01`),
    placed(2, `${year - 4}-02`, `${year - 1}-06`),
    ...(i % 2 === 0 ? [asked] : []),
    ...(i % 2 === 0 && i % 3 !== 0 ? [answered] : []),
  ];
}

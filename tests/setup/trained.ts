import { expect } from 'vitest';
import { takeIn } from '../../src/app/take-in.ts';
import { contentsOf } from '../../src/app/worker/contents.ts';
import type { GuideShelf } from '../../src/app/worker/guides.ts';
import { laterDesk } from '../../src/app/worker/parcel-desk.ts';
import type { RunningOffice } from '../../src/office/start.ts';
import type { ParcelDesk } from '../../src/parcel/model/port.ts';
import type { Role } from '../../src/sync/model/directory.ts';
import { newPerson, value, type Person, type TestClock } from './person.ts';

const { ready, desk } = laterDesk();
export { desk };

/** What is readable beside the events is not asked about here. */
const noGuides: GuideShelf = {
  all: () => Promise.resolve([]),
  get: () => Promise.resolve(undefined),
  keep: () => Promise.resolve({ ok: true, value: 'kept' }),
};

/** People at an office whose rooms are connected as the app connects them. */
export interface People {
  /** A supervisor; she sets the office up. */
  founded(): Promise<Person>;
  joined(by: Person, name: string, role: Role, pack?: ParcelDesk['pack']): Promise<Person>;
}

export function peopleAt(office: () => RunningOffice, clock: TestClock): People {
  const person = async (supervises: boolean, pack = desk.pack): Promise<Person> => {
    await ready();
    return newPerson({
      clock,
      url: () => office().url,
      rooms: { partsOf: (vault) => contentsOf(vault.journal, noGuides), pack },
      importParcel:
        (vault) =>
        async ({ manifest: { kind, stream }, events }) =>
          takeIn(vault.journal, vault.member, kind, stream, events, {
            supervises,
            now: clock.now(),
          }),
    });
  };
  return {
    founded: async () => {
      const karin = await person(true);
      const secret = office().secret ?? '';
      const about = { officeName: 'Storby', name: 'Karin', recipientClass: 'x25519' } as const;
      value(await karin.sync.found({ secret, ...about }));
      return karin;
    },
    joined: async (by, name, role, pack) => {
      const guest = await person(role === 'supervisor', pack);
      const link = value(await by.sync.invite({ name, role, days: 7 }));
      value(await guest.sync.join(link, name));
      value(await by.sync.admitJoins());
      await fine(guest);
      return guest;
    },
  };
}

/** One round each, in this order. */
export async function fine(...people: readonly Person[]): Promise<void> {
  for (const each of people) expect(await each.sync.round(true)).toEqual({ type: 'fine' });
}

export const asideAt = async (person: Person): Promise<readonly string[]> =>
  (await person.sync.asides()).map(({ problem }) => problem);

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTakingBack } from '../../src/app/worker/taking-back.ts';
import { newId, systemRandom } from '../../src/base/deps.ts';
import { StreamId } from '../../src/base/ids.ts';
import { RETRACTED } from '../../src/journal/model/event.ts';
import { startOffice, type RunningOffice } from '../../src/office/start.ts';
import { verifySignature } from '../../src/parcel/verify.ts';
import { openHttp } from '../../src/sync/http.ts';
import { sendOutbox } from '../../src/sync/outbox.ts';
import { hold, newPerson, testClock, value, wordsOf, type Person } from '../setup/person.ts';

/* What the young person takes back while the tablet has no network never reaches the office, also not while locked. */

const WORDS = 'Det där vill jag inte att någon läser.';
const clock = testClock();
let folder: string;
let office: RunningOffice;
let karin: Person;
let nils: Person;
let stream: StreamId;

const person = () => newPerson({ clock, url: () => office.url });
const fine = async (someone: Person) =>
  expect(await someone.sync.round(true)).toEqual({ type: 'fine' });

/** A round while nobody has unlocked: the outbox, the network, and no key. */
const sendWhileLocked = () =>
  sendOutbox(
    {
      outbox: nils.vault.outbox,
      office: openHttp({ baseUrl: office.url, clock }),
      verify: verifySignature,
      clock,
      progress: () => undefined,
    },
    true,
  );

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aterblick-back-'));
  office = await startOffice({ data: join(folder, 'data') });
  karin = await person();
  const input = { secret: office.secret ?? '', officeName: 'Storby', name: 'Karin' };
  value(await karin.sync.found({ ...input, recipientClass: 'x25519' }));
  nils = await person();
  const link = value(await karin.sync.invite({ name: 'Nils', role: 'interviewer', days: 7 }));
  value(await nils.sync.join(link, 'Nils'));
  value(await karin.sync.admitJoins());
  await fine(nils);
  stream = newId(StreamId, systemRandom);
  await hold(nils.vault, stream, WORDS);
  value(await nils.sync.deliver('draft', stream));
  value(await nils.sync.deliver('interview', stream));
});
afterEach(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

it('one answer: nothing goes out until what is left has been packed anew', async () => {
  const said = (await nils.vault.journal.open(stream))?.events.find(
    (event) => event.type === 'AnswerWritten',
  );
  const { append } = openTakingBack(nils.vault, () => undefined, clock);
  const retraction = { type: RETRACTED, version: 1, data: { events: [said?.id] } };
  value(await append(stream, 'interview', [retraction], {}));

  expect(await sendWhileLocked()).toEqual({ type: 'fine' });
  await fine(karin);
  expect(await karin.vault.journal.open(stream)).toBeUndefined();

  value(await nils.sync.deliver('interview', stream));
  expect(await sendWhileLocked()).toEqual({ type: 'fine' });
  await fine(karin);
  expect(await karin.vault.journal.open(stream)).toMatchObject({ faults: [] });
  expect(await wordsOf(karin, stream)).toEqual([]);
});

it('everything: nothing of it ever goes out', async () => {
  value(await openTakingBack(nils.vault, () => undefined, clock).erase(stream));
  expect(await sendWhileLocked()).toEqual({ type: 'fine' });
  await fine(nils);
  await fine(karin);
  expect(await karin.vault.journal.open(stream)).toBeUndefined();
  expect(await nils.vault.outbox.list()).toEqual([]);
});

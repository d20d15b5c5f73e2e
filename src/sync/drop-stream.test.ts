import { expect, it } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { OfficeId } from '../base/ids.ts';
import { verifySignature } from '../parcel/verify.ts';
import { memoryOutbox } from '../../tests/setup/memory-vault.ts';
import { onlyWhatIsKept } from './drop-stream.ts';
import { countingOffice, someParcel } from './fixture.ts';
import { sendOutbox } from './outbox.ts';

const clock = { now: () => 1_800_000_000_000 };

it('a round under way commits nothing that was dropped after it began', async () => {
  const id = newId(OfficeId, systemRandom);
  const office = await countingOffice(id);
  const outbox = memoryOutbox();
  const parcel = await someParcel(id, office.key, 2);
  await outbox.add(parcel.item, parcel.objects);
  let put = 0;
  const guarded = onlyWhatIsKept(
    {
      ...office,
      putObject: async (...args) => {
        put += 1;
        const stored = await office.putObject(...args);
        // Everything has been carried over; only the commit is left.
        if (put === 2) await outbox.drop(parcel.item.parcel);
        return stored;
      },
    },
    outbox,
  );
  const deps = { outbox, verify: verifySignature, clock, progress: () => undefined };
  expect(await sendOutbox({ ...deps, office: guarded }, true)).toEqual({ type: 'fine' });
  expect(put).toBe(2);
  expect(office.commits.size).toBe(0);

  const other = await someParcel(id, office.key, 1);
  await outbox.add(other.item, other.objects);
  await sendOutbox({ ...deps, office: guarded }, true);
  expect([...office.commits.keys()]).toEqual([other.item.parcel]);
});

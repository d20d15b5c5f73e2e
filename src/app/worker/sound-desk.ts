import type { SoundSlice } from '../../interview/model/sound-slice.ts';
import type { RecordingFact } from '../../interview/model/sound.ts';
import { dropStream } from '../../sync/drop-stream.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import type { SoundApi } from './api.ts';
import type { OfficeLine } from './office-line.ts';
import { keepingOf } from './sound-retention.ts';

/** One message to the page holds about this much sound: two minutes. */
const PIECE_BYTES = 512 * 1024;
const WAITING = { kinds: ['sound'], received: false } as const;

/** Listening, striking out, and how far each recording has come. */
export function openSoundDesk(
  vault: Pick<OpenVault, 'journal' | 'outbox' | 'records' | 'sound'>,
  office: Pick<OfficeLine, 'packAgain' | 'soundWay' | 'retention'> & {
    readonly loop: Pick<OfficeLine['loop'], 'wake'>;
  },
): Pick<
  SoundApi,
  'soundRead' | 'soundStrike' | 'soundKeeping' | 'soundTravels' | 'soundCancel' | 'soundAgain'
> {
  return {
    soundKeeping: () => keepingOf(office.retention),
    soundTravels: async () => (await office.soundWay()).states(),
    soundCancel: async (recording) => (await office.soundWay()).cancel(recording),
    soundAgain: async (recording) => {
      (await office.soundWay()).again(recording);
      // What was to be packed is packed now, and what was to be unpacked when it has come once more.
      office.packAgain(recording);
      office.loop.wake(true);
    },

    async soundRead(recording, from) {
      const slices: SoundSlice[] = [];
      let bytes = 0;
      for await (const slice of (await vault.sound()).slices(recording, from)) {
        if (bytes > PIECE_BYTES) return { slices, more: true };
        slices.push(slice);
        bytes += slice.bytes.length;
      }
      return { slices, more: false };
    },

    // Parcels first: a crash in between leaves none with the stretch in it. Afterwards once more, since one may have
    // been packed meanwhile; and what was being packed all along is found out by the event (drop-stream.ts).
    async soundStrike(recording, from, to) {
      const before = await dropStream(vault, recording, WAITING);
      if (!before.ok) return before;
      const opened = await vault.journal.open(recording);
      const known = await vault.journal.list('sound');
      const summary = known.find(({ stream }) => stream === recording)?.data;
      if (opened) {
        const fact: RecordingFact = { type: 'SoundCut', version: 1, data: { from, to } };
        const told = await vault.journal.append(recording, 'sound', [fact], summary);
        if (!told.ok) return told;
      }
      const struck = await (await vault.sound()).strike(recording, from, to);
      const after = await dropStream(vault, recording, WAITING);
      // Not while the stretch may still be there: what is packed now takes the place of all that went before.
      if (!struck.ok) return struck;
      office.packAgain(recording);
      return after.ok ? struck : after;
    },
  };
}

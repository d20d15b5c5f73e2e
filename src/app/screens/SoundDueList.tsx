import { useCallback } from 'react';
import type { StreamId } from '../../base/ids.ts';
import { longDate } from '../../i18n/format.ts';
import { retentionTexts } from '../../i18n/retention.ts';
import { InterviewSummary } from '../../interview/model/summary.ts';
import type { SoundKeeping } from '../../interview/sound-ports.ts';
import { RecordingSummary } from '../../interview/model/sound.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import type { Desk } from '../port.ts';
import { useAsked } from './use-desk.ts';

interface Row {
  readonly recording: StreamId;
  readonly code: string | null;
  readonly keeping: SoundKeeping;
}

/** What sound is on this device, when it goes by itself, and what has gone (domain.md section 3, weeding). */
export function SoundDueList(props: {
  readonly desk: Pick<Desk, 'journal' | 'sound' | 'subscribe'>;
}) {
  const { desk } = props;
  const t = useTexts(retentionTexts);
  const { language } = useLanguage();
  const rows = useAsked(
    desk,
    useCallback(() => rowsOf(desk), [desk]),
  );
  if (!rows || rows.length === 0) return null;
  const say = ({ code, keeping }: Row): string => {
    const name = code ?? t.gone;
    if (keeping.state === 'kept') return t.kept(name);
    const day = longDate(keeping.at, language);
    return keeping.state === 'due' ? t.due(name, day) : t.weeded(name, day, keeping.decision);
  };
  return (
    <section className="card" aria-labelledby="settings-sound-due">
      <h2 id="settings-sound-due">{t.dueTitle}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.recording}>{say(row)}</li>
        ))}
      </ul>
    </section>
  );
}

/** What goes first stands first; what has gone stands last. */
async function rowsOf({
  journal,
  sound,
}: Pick<Desk, 'journal' | 'sound'>): Promise<readonly Row[]> {
  const keeping = (await sound?.keeping()) ?? new Map<StreamId, SoundKeeping>();
  if (keeping.size === 0) return [];
  const codes = new Map<string, string>();
  for (const { stream, data } of await journal.list('interview')) {
    const code = InterviewSummary.safeParse(data).data?.code;
    if (code) codes.set(stream, code);
  }
  const interviews = new Map<string, string>();
  for (const { stream, data } of await journal.list('sound')) {
    const of = RecordingSummary.safeParse(data).data?.interview;
    if (of) interviews.set(stream, of);
  }
  return [...keeping]
    .map(([recording, each]) => ({
      recording,
      code: codes.get(interviews.get(recording) ?? '') ?? null,
      keeping: each,
    }))
    .sort((a, b) => placeOf(a.keeping) - placeOf(b.keeping));
}

const placeOf = (keeping: SoundKeeping): number =>
  keeping.state === 'due'
    ? keeping.at
    : keeping.state === 'kept'
      ? Number.MAX_SAFE_INTEGER - 1
      : Number.MAX_SAFE_INTEGER;

import { useCallback } from 'react';
import type { StreamId } from '../../../base/ids.ts';
import { dateTime } from '../../../i18n/format.ts';
import { receivedTexts } from '../../../i18n/training-received.ts';
import { trainerTexts } from '../../../i18n/trainer.ts';
import { useLanguage, useTexts } from '../../../kit/language.tsx';
import { receivedDebriefs } from '../../../training/received.ts';
import { DebriefView } from '../../../training/ui/DebriefView.tsx';
import { go } from '../../routes.ts';
import { BackPage } from '../BackPage.tsx';
import { nameIn } from '../names.ts';
import { PracticeWord } from '../practice/PracticeWord.tsx';
import type { PartProps } from '../training/part.ts';
import { useAsked } from '../use-desk.ts';

const open = (stream: StreamId | null) => go({ name: 'trainer', part: 'debriefs', stream });

/** Debriefs that colleagues have sent, and one of them to read. A trainer's own are under their own training. */
export function DebriefsPart({ desk, stream, onBack }: PartProps) {
  const t = useTexts(receivedTexts);
  const back = useTexts(trainerTexts).back;
  const { language } = useLanguage();
  const known = useAsked(
    desk,
    useCallback(
      async () => ({
        received: await receivedDebriefs(desk.journal, desk.me.member),
        directory: await desk.directory(),
        guides: await desk.guides(),
      }),
      [desk],
    ),
  );
  if (!known) return null;
  const { received, guides } = known;
  const named = nameIn(known.directory, desk);
  const nameOf = (by: (typeof received)[number]['by']) => named(by) || t.someone;
  if (!stream) {
    return (
      <BackPage title={t.title} back={back} onBack={onBack}>
        {desk.me.role === 'trainer' ? (
          <>
            <p className="hint">{t.intro}</p>
            {received.length === 0 && <p>{t.none}</p>}
          </>
        ) : (
          <p>{t.notSeenHere}</p>
        )}
        <ul role="list" className="who-list">
          {received.map(({ stream: own, by, at, debrief }) => (
            <li key={own}>
              <button type="button" className="who-row" onClick={() => open(own)}>
                <strong>{t.row(debrief.alias, nameOf(by))}</strong>
                <span>{dateTime(at, language)}</span>
              </button>
            </li>
          ))}
        </ul>
      </BackPage>
    );
  }
  const one = received.find((each) => each.stream === stream);
  const guide = guides.find(
    ({ id, version }) => id === one?.debrief.guide.id && version === one.debrief.guide.version,
  );
  return (
    <BackPage
      title={one ? t.of(nameOf(one.by), one.debrief.alias) : t.gone}
      tab={t.title}
      back={t.back}
      onBack={() => open(null)}
    >
      {one && (
        <>
          <PracticeWord />
          <p className="hint">{t.talk}</p>
          <DebriefView debrief={one.debrief} guide={guide ?? null} />
        </>
      )}
    </BackPage>
  );
}

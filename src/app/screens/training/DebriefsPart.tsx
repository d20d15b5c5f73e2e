import { useCallback, useState } from 'react';
import { dateTime } from '../../../i18n/format.ts';
import { debriefTexts } from '../../../i18n/training-debrief.ts';
import { Button } from '../../../kit/button.tsx';
import { useLanguage, useTexts } from '../../../kit/language.tsx';
import { addReflection, ownDebriefs, type OwnDebrief } from '../../../training/keeping.ts';
import { DebriefView } from '../../../training/ui/DebriefView.tsx';
import type { Desk } from '../../port.ts';
import { go } from '../../routes.ts';
import { BackPage } from '../BackPage.tsx';
import { PracticeWord } from '../practice/PracticeWord.tsx';
import { NotKept } from '../practice/PracticeDebrief.tsx';
import { SendDebrief } from '../practice/SendDebrief.tsx';
import { useAsked } from '../use-desk.ts';
import type { PartProps } from './part.ts';

/** The debriefs that the trainee has kept: all, or the one in the address. */
export function DebriefsPart({ desk, part, stream, onBack }: PartProps) {
  const t = useTexts(debriefTexts);
  const { language } = useLanguage();
  const { journal, me } = desk;
  const all = useAsked(
    desk,
    useCallback(() => ownDebriefs(journal, me.member), [journal, me.member]),
  );
  if (!all) return null;
  const open = all.find((each) => each.stream === stream);
  if (open) {
    return (
      <OneDebrief
        desk={desk}
        own={open}
        onList={() => go({ name: 'training', part, stream: null })}
      />
    );
  }
  return (
    <BackPage title={t.mine} back={t.toTraining} onBack={onBack}>
      <p>{t.mineAbout}</p>
      {all.length === 0 && <p className="hint">{t.mineNone}</p>}
      <ul role="list" className="module-list">
        {all.map((each) => (
          <li key={each.stream}>
            <Button onClick={() => go({ name: 'training', part, stream: each.stream })}>
              {t.mineOf(each.debrief.alias, dateTime(each.debrief.startedAt, language))}
            </Button>
          </li>
        ))}
      </ul>
    </BackPage>
  );
}

function OneDebrief(props: {
  readonly desk: Desk;
  readonly own: OwnDebrief;
  readonly onList: () => void;
}) {
  const { desk, own } = props;
  const { debrief, stream } = own;
  const t = useTexts(debriefTexts);
  const [lost, setLost] = useState(false);
  const guide = useAsked(
    desk,
    useCallback(async () => (await desk.guide(debrief.guide)) ?? null, [desk, debrief.guide]),
  );
  if (guide === undefined) return null;
  return (
    <BackPage wide title={t.titleOf(debrief.alias)} back={t.mine} onBack={props.onList}>
      <PracticeWord />
      <DebriefView
        debrief={debrief}
        guide={guide}
        onReflect={(question, text) => {
          if (text === debrief.reflections[question]) return;
          const added = addReflection(desk.journal, desk.me.member, stream, { question, text });
          void added.then((ok) => setLost(!ok));
        }}
      >
        <NotKept shown={lost} />
        <SendDebrief desk={desk} kept={stream} stream={() => Promise.resolve(stream)} />
        <div className="row debrief-acts">
          <Button onClick={() => window.print()}>{t.print}</Button>
        </div>
      </DebriefView>
    </BackPage>
  );
}

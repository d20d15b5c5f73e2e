import { useCallback, useMemo } from 'react';
import { letterTexts } from '../../../i18n/letters.ts';
import { placeTexts } from '../../../i18n/places.ts';
import defaultGuideUrl from '../../../guide/data/default-guide.json?url';
import { useTexts } from '../../../kit/language.tsx';
import more from '../../../people/data/letters.json';
import { readLetterTexts } from '../../../people/model/program-texts.ts';
import { readProgram } from '../../../people/program-stream.ts';
import { openReadAloud } from '../../../people/read-aloud.ts';
import { LetterMaker } from '../../../people/ui/LetterMaker.tsx';
import { fetchAsset } from '../../../sync/asset.ts';
import { BackPage } from '../BackPage.tsx';
import { useAsked } from '../use-desk.ts';
import type { PlaceProps } from './place.ts';
import { colleaguesOf } from './colleagues.ts';
import { changeRules } from './office-rules.ts';
import { peopleIn } from './register.ts';
import { noteTakingOut } from './taking-out.ts';

/** The texts are read once, when somebody first comes here; the guide that interviews open with leaves them out. */
const readTexts = async () => readLetterTexts(JSON.parse(await fetchAsset(defaultGuideUrl)), more);

/** Letters to those who are asked. */
export function LettersPlace({ desk, deps, onBack }: PlaceProps) {
  const t = useTexts(letterTexts);
  const back = useTexts(placeTexts).back;
  const texts = useMemo(() => readTexts(), []);
  const known = useAsked(
    desk,
    useCallback(
      async () => ({
        people: await peopleIn(desk.journal),
        program: await readProgram(desk.journal),
        interviewers: (await colleaguesOf(desk)).filter(({ here }) => here).map(({ name }) => name),
        texts: await texts,
      }),
      [desk, texts],
    ),
  );
  const aloud = useMemo(
    () => openReadAloud(window.speechSynthesis, (text) => new SpeechSynthesisUtterance(text)),
    [],
  );
  return (
    <BackPage title={t.title} back={back} onBack={onBack}>
      {known && (
        <LetterMaker
          {...known}
          aloud={aloud}
          onOfficeWords={(placeholders) => changeRules(desk, { placeholders }, deps)}
          onPrint={() => window.print()}
          onTakeOut={(people) => noteTakingOut(desk, deps.clock, people)}
        />
      )}
    </BackPage>
  );
}

import { useCallback } from 'react';
import { importTexts } from '../../../i18n/import.ts';
import { placeTexts } from '../../../i18n/places.ts';
import { useTexts } from '../../../kit/language.tsx';
import { newBatch, runImport } from '../../../people/import-run.ts';
import { batchesOf, undoImport } from '../../../people/import-undo.ts';
import { listRemoved } from '../../../people/remove.ts';
import { dayAt } from '../../../people/model/days.ts';
import { readProgram } from '../../../people/program-stream.ts';
import { EarlierYears } from '../../../people/ui/EarlierYears.tsx';
import { ImportBatches } from '../../../people/ui/ImportBatches.tsx';
import { ImportList } from '../../../people/ui/ImportList.tsx';
import { BackPage } from '../BackPage.tsx';
import { useAsked } from '../use-desk.ts';
import type { PlaceProps } from './place.ts';
import { changeRules } from './office-rules.ts';
import { peopleIn } from './register.ts';

/** Brings in what exists: lists from files, and earlier years by hand. */
export function ImportPlace({ desk, deps, onBack }: PlaceProps) {
  const t = useTexts(importTexts);
  const back = useTexts(placeTexts).back;
  const known = useAsked(
    desk,
    useCallback(
      async () => ({
        people: await peopleIn(desk.journal),
        removed: (await listRemoved(desk.journal)).map(({ code }) => code),
        program: await readProgram(desk.journal),
      }),
      [desk],
    ),
  );
  const today = dayAt(deps.clock.now());
  const ports = {
    ...deps,
    journal: desk.journal,
    me: desk.me.member,
    deliver: (stream: Parameters<typeof desk.deliver>[1]) => desk.deliver('shared', stream),
  };
  return (
    <BackPage title={t.title} back={back} onBack={onBack}>
      {known && (
        <>
          <ImportList
            register={known.people}
            removed={known.removed}
            today={today}
            onRun={(people, goOn) => runImport(people, newBatch(deps), { ...ports, goOn })}
          />
          <ImportBatches
            batches={batchesOf(known.people)}
            onUndo={(batch, goOn) => undoImport(batch, { ...ports, goOn })}
          />
          <EarlierYears
            years={known.program.earlierYears}
            today={today}
            onSave={(earlierYears) => changeRules(desk, { earlierYears }, deps)}
          />
        </>
      )}
    </BackPage>
  );
}

import { useCallback } from 'react';
import { placeTexts } from '../../../i18n/places.ts';
import { ruleTexts } from '../../../i18n/rules.ts';
import { useTexts } from '../../../kit/language.tsx';
import { dayAt } from '../../../people/model/days.ts';
import { readProgram } from '../../../people/program-stream.ts';
import { RulesForm } from '../../../people/ui/RulesForm.tsx';
import { BackPage } from '../BackPage.tsx';
import { useAsked } from '../use-desk.ts';
import type { PlaceProps } from './place.ts';
import { changeRules } from './office-rules.ts';
import { peopleIn } from './register.ts';

/** The office's rules: kept in one's own stream and handed to everyone. */
export function RulesPlace({ desk, deps, onBack }: PlaceProps) {
  const t = useTexts(ruleTexts);
  const back = useTexts(placeTexts).back;
  const known = useAsked(
    desk,
    useCallback(
      async () => ({
        people: await peopleIn(desk.journal),
        program: await readProgram(desk.journal),
      }),
      [desk],
    ),
  );
  return (
    <BackPage title={t.title} back={back} onBack={onBack}>
      {known && (
        <RulesForm
          {...known}
          today={dayAt(deps.clock.now())}
          onSave={(changes) => changeRules(desk, changes, deps)}
        />
      )}
    </BackPage>
  );
}

import { useState } from 'react';
import type { Guide } from '../../guide/model/guide.ts';
import { LANGUAGES, type Language } from '../../i18n/catalogue.ts';
import { materialTexts } from '../../i18n/training-material.ts';
import { RadioChoice } from '../../kit/choice.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import type { PracticeCase } from '../model/case.ts';
import type { CoursePlan } from '../model/course-plan.ts';
import type { Handbook } from '../model/handbook.ts';
import {
  handbookPaper,
  modulesPaper,
  planPaper,
  trainerPaper,
  type MaterialBlock,
} from '../model/material.ts';
import { playerPaper } from '../model/player-paper.ts';
import type { Training } from '../model/training.ts';
import { MaterialView } from './MaterialView.tsx';

const KINDS = ['plan', 'modules', 'trainer', 'player', 'handbook'] as const;
type Kind = (typeof KINDS)[number];
const OF_A_CASE: ReadonlySet<Kind> = new Set(['trainer', 'player']);

export interface MaterialSources {
  readonly training: Pick<Training, 'guide' | 'modules' | 'readiness'>;
  /** The guide's own cases and the office's. */
  readonly cases: readonly PracticeCase[];
  readonly guide: Guide;
  readonly handbook: Handbook;
  readonly plan: CoursePlan;
}

/** Chooses a paper for those who teach, and shows it before it is printed or saved (domain.md V10). */
export function MaterialMaker(props: {
  readonly sources: MaterialSources;
  readonly onPrint: () => void;
}) {
  const { sources } = props;
  const t = useTexts(materialTexts);
  const screen = useLanguage().language;
  const [kind, setKind] = useState<Kind>('plan');
  const [language, setLanguage] = useState<Language>(screen);
  const [chosen, setChosen] = useState<string>('');
  const played = sources.cases.find(({ id }) => id === chosen) ?? sources.cases[0];
  const blocks = paperOf(kind, sources, played, language);
  const file = materialTexts[language][`file_${kind}`];
  return (
    <>
      <RadioChoice
        legend={t.which}
        options={KINDS.map((value) => ({ value, label: t[`kind_${value}`] }))}
        value={kind}
        onChange={setKind}
      />
      {OF_A_CASE.has(kind) && played && (
        <SelectField
          label={t.whichCase}
          value={played.id}
          options={sources.cases.map(({ id, persona }) => ({
            value: id,
            label: t.person(persona.alias, persona.age),
          }))}
          onChange={setChosen}
        />
      )}
      <RadioChoice
        legend={t.language}
        options={LANGUAGES.map((value) => ({
          value,
          label: { sv: t.swedish, en: t.english }[value],
        }))}
        value={language}
        onChange={setLanguage}
      />
      <MaterialView
        key={`${kind} ${language} ${played?.id}`}
        file={file}
        language={language}
        blocks={blocks}
        onPrint={props.onPrint}
      />
    </>
  );
}

function paperOf(
  kind: Kind,
  { training, guide, handbook, plan }: MaterialSources,
  played: PracticeCase | undefined,
  language: Language,
): readonly MaterialBlock[] {
  switch (kind) {
    case 'modules':
      return modulesPaper(training, language);
    case 'plan':
      return planPaper(plan, training.modules, language);
    case 'handbook':
      return handbookPaper(handbook, language);
    case 'trainer':
      return played ? trainerPaper(played, guide, language) : [];
    case 'player':
      return played ? playerPaper(played, guide, language) : [];
  }
}

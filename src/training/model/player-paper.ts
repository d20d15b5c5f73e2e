import type { Guide } from '../../guide/model/guide.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { cueTexts } from '../../i18n/training-case.ts';
import { materialTexts } from '../../i18n/training-material.ts';
import { broughtBy } from './brought-by.ts';
import type { PracticeCase } from './case.ts';
import { sheetOf, type SheetLine } from './case-sheet.ts';
import { metWords } from './met.ts';
import type { MaterialBlock } from './material.ts';

/** A sheet for the colleague who plays the young person: what to say and how, and nothing of what is looked for. */
export function playerPaper(
  played: PracticeCase,
  guide: Guide,
  language: Language,
): readonly MaterialBlock[] {
  const t = materialTexts[language];
  const sheet = sheetOf(played, guide, language);
  return [
    { kind: 'title', text: t.playerTitle(sheet.alias) },
    { kind: 'hint', text: t.practice },
    { kind: 'hint', text: t.caseVersion(played.version) },
    { kind: 'question', text: t.person(sheet.alias, sheet.age) },
    { kind: 'text', text: sheet.summary },
    { kind: 'text', text: t.playerHow },
    ...sheet.sections.flatMap(({ title, questions }): MaterialBlock[] => [
      { kind: 'heading', text: title },
      ...questions.flatMap((question): MaterialBlock[] => [
        { kind: 'question', text: question.text },
        ...question.lines.flatMap((line) => lineBlocks(line, language)),
      ]),
    ]),
    { kind: 'heading', text: t.otherwise },
    ...sheet.voice.map(({ met, say }): MaterialBlock => {
      const words = say.map((each) => `”${each}”`).join(' / ');
      return { kind: 'text', text: `${metWords(met, language)}: ${words}` };
    }),
  ];
}

function lineBlocks(line: SheetLine, language: Language): readonly MaterialBlock[] {
  const t = materialTexts[language];
  const cues = cueTexts[language];
  const how = [
    ...(line.cue ? [cues[`cue_${line.cue}`]] : []),
    ...(line.afterSeconds > 0 ? [t.silence(line.afterSeconds)] : []),
    ...(line.wants ? [t[`wants_${line.wants}`]] : []),
  ].map((each) => each.replace(/\.$/, ''));
  return [
    { kind: 'text', text: saidAt(line, language) },
    ...(how.length > 0 ? [{ kind: 'hint' as const, text: `${how.join('. ')}.` }] : []),
  ];
}

function saidAt({ when, probe, about, say }: SheetLine, language: Language): string {
  const t = materialTexts[language];
  switch (when) {
    case 'question':
      return `”${say}”`;
    case 'probe':
      return t.probe(probe, say);
    case 'silence':
      return t.ifSilent(say);
    case 'asked': {
      const what = broughtBy(about, language);
      return what === '' ? t.ifAsked(say) : t.ifAskedAbout(what, say);
    }
  }
}
